import { describe, expect, it } from '@jest/globals';
import { fakePeerChannelPair, type FakePeerChannel } from '../testing/fake-peer-channel';
import { ManualClock, settle } from '../testing';
import { FrameQueue, HIGH_WATER_BYTES, MAX_WAITING_MESSAGES } from './flow-control';

function setUp() {
  const clock = new ManualClock();
  const pair = fakePeerChannelPair({ clock, bytesPerMs: 10_000 });
  let overflows = 0;
  const queue = new FrameQueue(pair.a, () => (overflows += 1));
  return { clock, ...pair, queue, overflows: () => overflows };
}

const FRAME_BYTES = 16_388;

/** Sends frames that begin with `mark`, one after the other, as a transfer does. */
async function sendAll(queue: FrameQueue, mark: number, count: number): Promise<number> {
  let sent = 0;
  while (sent < count && (await queue.sendFrame(new Uint8Array(FRAME_BYTES).fill(mark)))) sent += 1;
  return sent;
}

function marksAt(channel: FakePeerChannel): unknown[] {
  const marks: unknown[] = [];
  channel.on('message', (data) => marks.push(typeof data === 'string' ? data : new Uint8Array(data)[0]));
  return marks;
}

describe('FrameQueue', () => {
  it('never lets much more than the high-water mark wait, and gets everything across', async () => {
    const { clock, a, b, open, queue } = setUp();
    open();
    const marks = marksAt(b);
    const all = Promise.all([sendAll(queue, 1, 100), sendAll(queue, 2, 100)]);
    await clock.advance(1_000);
    expect(await all).toEqual([100, 100]);
    expect(marks).toHaveLength(200);
    expect(a.mostBuffered).toBeGreaterThanOrEqual(HIGH_WATER_BYTES);
    expect(a.mostBuffered).toBeLessThan(HIGH_WATER_BYTES + FRAME_BYTES);
    expect(a.refused).toBe(0);
  });

  it('lets senders take turns', async () => {
    const { clock, b, open, queue } = setUp();
    open();
    const marks = marksAt(b);
    const all = Promise.all([sendAll(queue, 1, 20), sendAll(queue, 2, 20)]);
    await clock.advance(1_000);
    await all;
    expect(marks).toEqual(Array.from({ length: 40 }, (_, index) => 1 + (index % 2)));
  });

  it('lets a message pass the frames that wait', async () => {
    const { clock, b, open, queue } = setUp();
    open();
    const marks = marksAt(b);
    const all = Promise.all(Array.from({ length: 60 }, () => sendAll(queue, 1, 1)));
    queue.sendMessage('stop');
    await clock.advance(1_000);
    await all;
    expect(marks.indexOf('stop')).toBe(48);
  });

  it('keeps messages that the channel refuses until it drained', async () => {
    const { clock, a, b, open, queue } = setUp();
    open();
    while (a.send(new Uint8Array(65_536)));
    const marks = marksAt(b);
    queue.sendMessage('one');
    queue.sendMessage('two');
    await clock.advance(1_000);
    expect(marks.slice(-2)).toEqual(['one', 'two']);
  });

  it('holds a bounded number of messages', () => {
    const { a, open, queue, overflows } = setUp();
    open();
    while (a.send(new Uint8Array(65_536)));
    for (let sent = 0; sent < 10_000; sent += 1) queue.sendMessage('answer');
    expect(overflows()).toBe(10_000 - MAX_WAITING_MESSAGES);
  });

  it('drops all that waits when the channel closes, and starts anew when it opens', async () => {
    const { clock, b, open, close, queue } = setUp();
    expect(await queue.sendFrame(new Uint8Array(1))).toBe(false);
    open();
    const marks = marksAt(b);
    const sent = sendAll(queue, 1, 1_000);
    await settle();
    close();
    queue.sendMessage('lost');
    expect(await sent).toBe(48);
    open();
    queue.sendMessage('hello');
    await clock.advance(100);
    expect(marks).toEqual(['hello']);
  });

  it('lets go of the channel when closed', async () => {
    const { open, queue } = setUp();
    open();
    const sent = sendAll(queue, 1, 1_000);
    await settle();
    queue.close();
    queue.sendMessage('lost');
    expect(await sent).toBe(48);
    expect(await queue.sendFrame(new Uint8Array(1))).toBe(false);
  });
});
