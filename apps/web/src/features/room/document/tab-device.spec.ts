import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { Doc } from 'yjs';
import { tabDevice } from './tab-device';

let clock: ManualClock;
let kept: string | null;
let writes: number;
let room: number;
let leaving: (() => void)[];
let lost: number;
beforeEach(() => {
  clock = new ManualClock();
  [kept, writes, room, leaving, lost] = [null, 0, Infinity, [], 0];
});

const device = () =>
  tabDevice({
    store: {
      read: () => kept,
      write: (value) => {
        if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
        writes += 1;
        kept = value;
      },
      remove: () => void (kept = null),
    },
    clock,
    onLeaving: (listener) => {
      leaving.push(listener);
      return () => void (leaving = leaving.filter((one) => one !== listener));
    },
  });

async function open() {
  const doc = new Doc();
  const copy = await device().open(doc, () => (lost += 1));
  const write = (words: string) => doc.getText('t').insert(0, words);
  return { copy, write, text: () => doc.getText('t').toString() };
}

describe('a document that only a tab keeps', () => {
  it('is there after a reload', async () => {
    const { write } = await open();
    write('between us');
    await clock.advance(250);
    expect((await open()).text()).toBe('between us');
  });

  it('is written at most four times a second, and once more when the page may be gone', async () => {
    const { write } = await open();
    for (let step = 0; step < 100; step += 1) {
      write('a');
      await clock.advance(10);
    }
    expect(writes).toBeLessThanOrEqual(4);
    write('b');
    for (const leave of leaving) leave();
    expect((await open()).text()).toBe(`b${'a'.repeat(100)}`);
    const before = writes;
    for (const leave of leaving) leave();
    await clock.advance(1_000);
    expect(writes).toBe(before);
  });

  it('is kept as it is when the visit ends, and is gone when it is forgotten', async () => {
    const first = await open();
    first.write('a');
    first.copy?.close();
    first.write('too late');
    const second = await open();
    expect(second.text()).toBe('a');
    second.write('b');
    second.copy?.forget();
    await clock.advance(1_000);
    expect([kept, leaving, clock.pending]).toEqual([null, [], 0]);
  });

  it('says when there is no more room for it, and stops', async () => {
    const { write } = await open();
    write('a');
    await clock.advance(250);
    room = 0;
    write('b');
    await clock.advance(250);
    write('c');
    await clock.advance(1_000);
    expect([lost, leaving, clock.pending]).toEqual([1, [], 0]);
    expect((await open()).text()).toBe('a');
  });

  it('is not kept beyond two million letters', async () => {
    const { write } = await open();
    write('a'.repeat(1_600_000));
    await clock.advance(250);
    expect([lost, kept]).toEqual([1, null]);
  });

  it.each(['no base64 at all!', 'AAEC'])('begins anew when what is kept cannot be read: %s', async (broken) => {
    kept = broken;
    const { write, text } = await open();
    write('a');
    expect(text()).toBe('a');
  });
});
