import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FakePeerChannelPair } from '@ieum/webrtc-client/testing';
import { fakePeerChannelPair, ManualClock } from '@ieum/webrtc-client/testing';
import { Doc } from 'yjs';
import { MAX_CURSOR_BYTES } from './cursor-frame';
import { Cursors } from './cursors';

const at = (clock: number) => ({ tname: 'notes', item: { client: 7, clock }, assoc: 0 });
const rangeAt = (clock: number) => ({ anchor: at(clock), head: at(clock) });

let clock: ManualClock;
let pair: FakePeerChannelPair;
let mine: Cursors;
let theirs: Cursors;
let sent: string[];
let ends: (() => void)[];
beforeEach(async () => {
  clock = new ManualClock();
  pair = fakePeerChannelPair({ clock });
  mine = new Cursors(new Doc(), clock);
  theirs = new Cursors(new Doc(), clock);
  sent = [];
  pair.a.onSent = (data) => sent.push(String(data));
  ends = [mine.connect(pair.a), theirs.connect(pair.b)];
  pair.open();
  await clock.advance(5_000);
  sent.length = 0;
});
afterEach(() => {
  mine.close();
  theirs.close();
  expect(clock.pending).toBeLessThanOrEqual(1);
});

/** What one side sees of the other. */
const seen = ({ awareness }: Cursors) =>
  [...awareness.states].filter(([id]) => id !== awareness.clientID).map(([, { cursor }]) => cursor);
const move = (cursors: Cursors, to: number | null) =>
  cursors.awareness.setLocalStateField('cursor', to === null ? null : rangeAt(to));
const say = async (...frames: unknown[]) => {
  for (const frame of frames) pair.a.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  await clock.advance(100);
};

describe('the carets of two people', () => {
  it('are seen by the other side, and gone when nobody writes', async () => {
    move(mine, 3);
    await clock.advance(50);
    expect(seen(theirs)).toEqual([rangeAt(3)]);
    expect(seen(mine)).toEqual([]);
    move(mine, null);
    await clock.advance(50);
    expect(seen(theirs)).toEqual([]);
  });

  it('are told at most thirty times a second, and the last place is told twice', async () => {
    for (let step = 0; step < 100; step += 1) {
      move(mine, step);
      await clock.advance(10);
    }
    expect(sent.length).toBeLessThanOrEqual(31);
    await clock.advance(5_000);
    expect(seen(theirs)).toEqual([rangeAt(99)]);
    expect(sent.slice(-2).map((frame) => JSON.parse(frame).cursor)).toEqual([rangeAt(99), rangeAt(99)]);
    expect(sent.length).toBeLessThanOrEqual(33);
  });

  it('are told again when the connection is back, and to a call that begins', async () => {
    move(mine, 3);
    await clock.advance(5_000);
    pair.close();
    expect(seen(theirs)).toEqual([]);
    pair.open();
    await clock.advance(50);
    expect(seen(theirs)).toEqual([rangeAt(3)]);
  });

  it('are gone with the call', async () => {
    move(mine, 3);
    await clock.advance(50);
    ends[1]?.();
    expect(seen(theirs)).toEqual([]);
  });
});

describe('a caret that the other side tells', () => {
  it('never goes back to where it was before', async () => {
    await say({ n: 1_000, cursor: rangeAt(9) }, { n: 999, cursor: rangeAt(1) });
    expect(seen(theirs)).toEqual([rangeAt(9)]);
  });

  it.each([
    ['no JSON', '{'],
    ['no frame', 'null'],
    ['a range of something else', { n: 2_000, cursor: { anchor: 1, head: 2 } }],
    ['a client that cannot be', { n: 2_000, cursor: { anchor: { item: { client: -1, clock: 0 } }, head: at(1) } }],
    ['a clock that is no number', { n: 2_000, cursor: { anchor: { item: { client: 1, clock: '9' } }, head: at(1) } }],
    ['too much', { n: 2_000, cursor: rangeAt(1), more: 'x'.repeat(MAX_CURSOR_BYTES) }],
    ['a growing number that is none', { n: null, cursor: rangeAt(1) }],
  ])('and is %s is not taken', async (_what, frame) => {
    await say({ n: 1_000, cursor: rangeAt(9) }, frame);
    expect(seen(theirs)).toEqual([rangeAt(9)]);
  });

  it('brings neither a name nor a colour nor a second caret', async () => {
    const user = { name: 'The server', color: 'url(https://evil.example)' };
    await say({ n: 1_000, clientID: 5, user, cursor: { ...rangeAt(9), user } });
    await say({ n: 1_001, clientID: 6, user, cursor: rangeAt(8) });
    const others = [...theirs.awareness.states].filter(([id]) => id !== theirs.awareness.clientID);
    expect(others.map(([, state]) => state)).toEqual([{ cursor: rangeAt(8), board: null, typing: false }]);
  });

  it('is taken with where they point on the board, and not when they point nowhere that can be', async () => {
    const board = { page: 'p1', x: 10.5, y: -3, tool: 'laser', down: true, selected: ['e1'] };
    const states = () => [...theirs.awareness.states].filter(([id]) => id !== theirs.awareness.clientID);
    await say({ n: 1_000, cursor: null, board: { ...board, name: 'The server' } });
    expect(states().map(([, state]) => state)).toEqual([{ cursor: null, board, typing: false }]);
    await say({ n: 1_001, cursor: null, board: { ...board, x: '1' } });
    expect(states().map(([, state]) => state)).toEqual([{ cursor: null, board, typing: false }]);
    await say({ n: 1_002, cursor: null });
    expect(states()).toEqual([]);
  });

  it('is taken with whether they write a message, which says nothing else', async () => {
    const states = () => [...theirs.awareness.states].filter(([id]) => id !== theirs.awareness.clientID);
    mine.awareness.setLocalStateField('typing', true);
    await clock.advance(100);
    expect(states().map(([, state]) => state)).toEqual([{ cursor: null, board: null, typing: true }]);
    mine.awareness.setLocalStateField('typing', 'Send me your password');
    await clock.advance(100);
    expect(states()).toEqual([]);
    await say({ n: 1_000, cursor: null, typing: 'Send me your password' });
    expect(states()).toEqual([]);
  });

  it('is drawn at most thirty times a second however often it comes', async () => {
    let drawn = 0;
    theirs.awareness.on('change', () => (drawn += 1));
    const frames = Array.from({ length: 500 }, (_, n) => ({ n: 1_000 + n, cursor: rangeAt(n) }));
    await say(...frames);
    expect(drawn).toBeLessThanOrEqual(4);
    expect(seen(theirs)).toEqual([rangeAt(499)]);
  });
});
