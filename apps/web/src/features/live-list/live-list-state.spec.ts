import { describe, expect, it } from '@jest/globals';
import type { ListCard } from '@ieum/signaling-protocol';
import { emptyLiveList, liveListReducer, waitingCount } from './live-list-state';
import type { ListChange, LiveListAction, LiveListState } from './live-list-state';

const card = (id: string, minute = 0): ListCard => ({
  id,
  kind: 'tutoring',
  topic: 'math',
  message: `help with ${id}`,
  language: 'ko',
  readiness: null,
  carries: null,
  nickname: 'Mina',
  createdAt: `2026-11-21T08:${String(minute).padStart(2, '0')}:00.000Z`,
});

const change = (rev: number, added: ListCard[], removed: ListChange['removed'] = []): LiveListAction => ({
  type: 'changed',
  change: { rev, added, removed },
});

const run = (...actions: LiveListAction[]): LiveListState => actions.reduce(liveListReducer, emptyLiveList);
const ids = (state: LiveListState) => state.entries.map((entry) => entry.card.id);
const snapshot = (rev: number, ...cards: ListCard[]): LiveListAction => ({
  type: 'snapshot',
  snapshot: { rev, cards },
});

describe('the live list', () => {
  it('shows a snapshot oldest first', () => {
    expect(ids(run(snapshot(3, card('new', 9), card('old', 1))))).toEqual(['old', 'new']);
  });

  it('appends what arrives, so that no card on screen moves', () => {
    const state = run(snapshot(3, card('b', 5)), change(4, [card('a', 1)]));
    expect(ids(state)).toEqual(['b', 'a']);
    expect(state.rev).toBe(4);
  });

  it('keeps the place of a card that left, with the reason, until it may collapse', () => {
    const gone = run(snapshot(0, card('a'), card('b', 1)), change(1, [], [{ id: 'a', reason: 'cancelled' }]));
    expect(gone.entries[0]?.gone).toBe('cancelled');
    expect(waitingCount(gone)).toBe(1);
    expect(ids(liveListReducer(gone, { type: 'collapse' }))).toEqual(['b']);
  });

  it('leaves the state object alone when there is nothing to collapse', () => {
    const state = run(snapshot(0, card('a')));
    expect(liveListReducer(state, { type: 'collapse' })).toBe(state);
  });

  it('ignores a change it already has', () => {
    const state = run(snapshot(5, card('a')));
    expect(liveListReducer(state, change(5, [card('b')]))).toBe(state);
  });

  it('turns stale on a gap in the revisions and heals with the next snapshot', () => {
    const stale = run(snapshot(5, card('a')), change(7, [card('b')]));
    expect(stale.phase).toBe('stale');
    expect(ids(stale)).toEqual(['a']);
    const healed = [{ type: 'subscribing' } as const, snapshot(7, card('b', 2))].reduce(liveListReducer, stale);
    expect(healed.phase).toBe('following');
    expect(healed.entries.map((entry) => [entry.card.id, entry.gone])).toEqual([
      ['a', 'unknown'],
      ['b', null],
    ]);
  });

  it('applies changes that overtook their snapshot, and only the ones the snapshot lacks', () => {
    const state = run(change(4, [card('x')]), change(5, [card('b', 2)]), snapshot(4, card('a'), card('x', 1)));
    expect(ids(state)).toEqual(['a', 'x', 'b']);
    expect(state.rev).toBe(5);
  });

  it('starts over when the server says so, whatever revision it was at', () => {
    expect(run(snapshot(0, card('a')), change(0, [])).phase).toBe('stale');
    expect(run(snapshot(7, card('a')), change(0, [])).phase).toBe('stale');
  });

  it('starts over when it was told so before the snapshot came', () => {
    const state = run(change(6, [card('x')]), change(0, []), change(6, [card('y')]), snapshot(5, card('a')));
    expect(state.phase).toBe('stale');
    expect(ids(state)).toEqual(['a']);
  });

  it('keeps no more early changes than it may, and takes what it dropped for a gap', () => {
    const flood = Array.from({ length: 300 }, (_, index) => change(index + 1, []));
    expect(run(...flood).early).toHaveLength(100);
    expect(run(...flood, snapshot(10, card('a'))).phase).toBe('stale');
    expect(run(...flood, snapshot(250, card('a')))).toMatchObject({ phase: 'following', rev: 300 });
  });

  it('revives a card in its own place when it comes back', () => {
    const state = run(
      snapshot(0, card('a'), card('b', 1)),
      change(1, [], [{ id: 'a', reason: 'matched' }]),
      change(2, [card('a')]),
    );
    expect(state.entries.map((entry) => [entry.card.id, entry.gone])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it('replaces a card that changed without moving it or calling it new', () => {
    const better: ListCard = { ...card('a'), readiness: 'ready' };
    const state = run(snapshot(0, card('a'), card('b', 1)), change(1, [card('c', 2), better]));
    expect(state.entries.map((entry) => [entry.card.id, entry.card.readiness, entry.fresh])).toEqual([
      ['a', 'ready', false],
      ['b', null, false],
      ['c', null, true],
    ]);
  });

  it('marks a card whose accept was lost before the push tells so, and keeps the first reason', () => {
    const lost = run(snapshot(0, card('a')), { type: 'accept-lost', consultId: 'a', reason: 'matched' });
    const told = liveListReducer(lost, change(1, [], [{ id: 'a', reason: 'expired' }]));
    expect(told.entries[0]?.gone).toBe('matched');
  });

  it('counts what arrives as fresh until it was on screen, but not what was there at the start', () => {
    const state = run(snapshot(0, card('a')), change(1, [card('b', 1)]));
    expect(state.entries.map((entry) => entry.fresh)).toEqual([false, true]);
    const seen = liveListReducer(state, { type: 'seen', ids: new Set(['a', 'b']) });
    expect(seen.entries.map((entry) => entry.fresh)).toEqual([false, false]);
    expect(liveListReducer(seen, { type: 'seen', ids: new Set(['a', 'b']) })).toBe(seen);
  });
});
