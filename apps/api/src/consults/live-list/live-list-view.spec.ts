import type { ListCard, PushOf } from '@ieum/signaling-protocol';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { LiveListView } from './live-list-view';

type Frame = PushOf<'list:changed'>;

const card = (id: string): ListCard => ({
  id,
  kind: 'tutoring',
  topic: 'math',
  message: 'Fractions, please',
  language: 'ko',
  nickname: 'Haru',
  createdAt: '2026-11-21T00:00:00.000Z',
});

/** What a mentor who starts from a snapshot and applies the frames sees. */
function follow(start: { rev: number; cards: readonly ListCard[] }, frames: readonly Frame[]): string[] {
  const ids = new Set(start.cards.map(({ id }) => id));
  let rev = start.rev;
  for (const frame of frames.filter((each) => each.rev > start.rev)) {
    expect(frame.rev).toBe(rev + 1);
    rev = frame.rev;
    for (const { id } of frame.added) ids.add(id);
    for (const { id } of frame.removed) ids.delete(id);
  }
  return [...ids].sort();
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
    view.add(card('a'));
    view.add(card('b'));
    view.add(card('c'));
    expect(frames).toEqual([{ rev: 1, added: [card('a')], removed: [] }]);
    jest.advanceTimersByTime(500);
    expect(frames[1]).toEqual({ rev: 2, added: [card('b'), card('c')], removed: [] });
  });

  it('does not send a card that came and went between two frames', () => {
    const frames: Frame[] = [];
    const view = new LiveListView([], (frame) => frames.push(frame), 500);
    view.add(card('a'));
    view.add(card('b'));
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

  it('ignores what it shows already and what it never showed', () => {
    const frames: Frame[] = [];
    const view = new LiveListView([card('a')], (frame) => frames.push(frame), 500);
    view.add(card('a'));
    view.remove('z', 'expired');
    expect(frames).toEqual([]);
  });

  it('leads whoever joins at any moment to the same list, at most two frames a second', () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), add: fc.boolean(), thenMs: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, joinAt) => {
        const frames: { frame: Frame; at: number }[] = [];
        const view = new LiveListView([], (frame) => frames.push({ frame, at: performance.now() }), 500);
        const truth = new Set<string>();
        let joined = view.snapshot();
        steps.forEach((each, index) => {
          if (index === joinAt) joined = view.snapshot();
          if (each.add) view.add(card(each.id));
          else view.remove(each.id, 'matched');
          if (each.add) truth.add(each.id);
          else truth.delete(each.id);
          jest.advanceTimersByTime(each.thenMs);
        });
        jest.advanceTimersByTime(500);
        expect(
          follow(
            joined,
            frames.map(({ frame }) => frame),
          ),
        ).toEqual([...truth].sort());
        frames.slice(1).forEach(({ at }, index) => expect(at - (frames[index]?.at ?? 0)).toBeGreaterThanOrEqual(499));
      }),
    );
  });
});
