import { type ListCard, type PushOf, READINESS } from '@ieum/signaling-protocol';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { LiveListView } from './live-list-view';

type Frame = PushOf<'list:changed'>;

const card = (id: string, readiness: ListCard['readiness'] = null): ListCard => ({
  id,
  kind: 'tutoring',
  topic: 'math',
  message: 'Fractions, please',
  language: 'ko',
  readiness,
  carries: null,
  nickname: 'Haru',
  createdAt: '2026-11-21T00:00:00.000Z',
});

/** What a mentor who starts from a snapshot and applies the frames sees. */
function follow(start: { rev: number; cards: readonly ListCard[] }, frames: readonly Frame[]): ListCard[] {
  const cards = new Map(start.cards.map((each) => [each.id, each]));
  let rev = start.rev;
  for (const frame of frames.filter((each) => each.rev > start.rev)) {
    expect(frame.rev).toBe(rev + 1);
    rev = frame.rev;
    for (const each of frame.added) cards.set(each.id, each);
    for (const { id } of frame.removed) cards.delete(id);
  }
  return [...cards.values()].sort((a, b) => a.id.localeCompare(b.id));
}

describe('LiveListView', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('sends the first change at once and gathers the following ones for half a second', () => {
    const frames: Frame[] = [];
    const view = new LiveListView([], (frame) => frames.push(frame), 500);
    view.put(card('a'));
    view.put(card('b'));
    view.put(card('c'));
    expect(frames).toEqual([{ rev: 1, added: [card('a')], removed: [] }]);
    jest.advanceTimersByTime(500);
    expect(frames[1]).toEqual({ rev: 2, added: [card('b'), card('c')], removed: [] });
  });

  it('does not send a card that came and went between two frames', () => {
    const frames: Frame[] = [];
    const view = new LiveListView([], (frame) => frames.push(frame), 500);
    view.put(card('a'));
    view.put(card('b'));
    view.remove('b', 'matched');
    jest.advanceTimersByTime(500);
    expect(frames[1]?.added).toEqual([]);
  });

  it('says why a card left', () => {
    const frames: Frame[] = [];
    const view = new LiveListView([card('a')], (frame) => frames.push(frame), 500);
    view.remove('a', 'cancelled');
    expect(frames).toEqual([{ rev: 1, added: [], removed: [{ id: 'a', reason: 'cancelled' }] }]);
  });

  it('ignores the removal of what it never showed', () => {
    const frames: Frame[] = [];
    const view = new LiveListView([card('a')], (frame) => frames.push(frame), 500);
    view.remove('z', 'expired');
    expect(frames).toEqual([]);
  });

  it('sends a card that changed again, once however often it changed, and keeps its place', () => {
    const frames: Frame[] = [];
    const view = new LiveListView([card('a'), card('b')], (frame) => frames.push(frame), 500);
    view.put(card('a', 'voice-only'));
    view.put(card('a', 'listen-only'));
    view.put(card('a', 'ready'));
    jest.advanceTimersByTime(500);
    expect(frames.map(({ added }) => added)).toEqual([[card('a', 'voice-only')], [card('a', 'ready')]]);
    expect(view.snapshot().cards).toEqual([card('a', 'ready'), card('b')]);
  });

  it('leads whoever joins at any moment to the same list, at most two frames a second', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      add: fc.boolean(),
      readiness: fc.constantFrom(null, ...READINESS),
      thenMs: fc.nat(400),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, joinAt) => {
        const frames: { frame: Frame; at: number }[] = [];
        const view = new LiveListView([], (frame) => frames.push({ frame, at: performance.now() }), 500);
        const truth = new Map<string, ListCard>();
        let joined = view.snapshot();
        steps.forEach((each, index) => {
          if (index === joinAt) joined = view.snapshot();
          const shown = card(each.id, each.readiness);
          if (each.add) view.put(shown);
          else view.remove(each.id, 'matched');
          if (each.add) truth.set(each.id, shown);
          else truth.delete(each.id);
          jest.advanceTimersByTime(each.thenMs);
        });
        jest.advanceTimersByTime(500);
        expect(
          follow(
            joined,
            frames.map(({ frame }) => frame),
          ),
        ).toEqual([...truth.values()].sort((a, b) => a.id.localeCompare(b.id)));
        frames.slice(1).forEach(({ at }, index) => expect(at - (frames[index]?.at ?? 0)).toBeGreaterThanOrEqual(499));
      }),
    );
  });
});
