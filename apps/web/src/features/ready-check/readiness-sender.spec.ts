import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Readiness } from '@ieum/signaling-protocol';
import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import { ReadinessSender } from './readiness-sender';

interface Sent {
  readonly word: Readiness | null;
  answer(): Promise<void>;
  fail(reason: 'offline' | 'closed'): Promise<void>;
}

let clock: ManualClock;
let sent: Sent[];
let sender: ReadinessSender;
const words = () => sent.map(({ word }) => word);
const last = (): Sent => {
  const newest = sent.at(-1);
  if (!newest) throw new Error('nothing was sent');
  return newest;
};
const makeSender = () =>
  new ReadinessSender({
    send: (word) =>
      new Promise((resolve, reject) => {
        sent.push({
          word,
          answer: () => (resolve(), settle()),
          fail: (reason) => (reject(new Error(reason)), settle()),
        });
      }),
    delayAfter: (error) => (error instanceof Error && error.message === 'closed' ? null : 2_000),
    setTimer: (run, ms) => clock.setTimeout(run, ms),
  });

beforeEach(() => {
  clock = new ManualClock();
  sent = [];
  sender = makeSender();
});

describe('the word about a student’s devices', () => {
  it('is sent once, and again only when it is another one', async () => {
    sender.tell('ready', null);
    sender.tell('ready', null);
    await last().answer();
    sender.tell('ready', null);
    expect(words()).toEqual(['ready']);
    sender.tell('voice-only', null);
    expect(words()).toEqual(['ready', 'voice-only']);
  });

  it('goes out one at a time, the newest last; what was overtaken is left out', async () => {
    sender.tell('ready', null);
    sender.tell('voice-only', null);
    sender.tell('listen-only', null);
    expect(words()).toEqual(['ready']);
    await last().answer();
    expect(words()).toEqual(['ready', 'listen-only']);
    await last().answer();
    expect(sent).toHaveLength(2);
  });

  it('is tried again after a while, and at once when the connection is back', async () => {
    sender.tell('ready', null);
    await last().fail('offline');
    await clock.advance(1_999);
    expect(sent).toHaveLength(1);
    await clock.advance(1);
    expect(sent).toHaveLength(2);
    await last().fail('offline');
    sender.retryNow();
    expect(sent).toHaveLength(3);
    await last().answer();
    await clock.advance(60_000);
    expect(sent).toHaveLength(3);
  });

  it('is taken back when a later check could not tell: nobody stays "ready" on a guess', async () => {
    sender.tell(null, 'ready');
    expect(words()).toEqual([null]);
    await last().answer();
    sender.tell(null, null);
    sender.tell('ready', null);
    await last().answer();
    expect(words()).toEqual([null, 'ready']);
  });

  it('is taken back also when it is still on its way', async () => {
    sender.tell('ready', null);
    sender.tell(null, null);
    await last().answer();
    expect(words()).toEqual(['ready', null]);
  });

  it('stays as the server has it while no check is finished, and when one comes to the same', async () => {
    sender.tell(undefined, 'ready');
    sender.tell('ready', 'ready');
    sender.tell(undefined, null);
    expect(sent).toEqual([]);
  });

  it('is given up when the request does not wait any more, or nobody looks', async () => {
    sender.tell('ready', null);
    await last().fail('closed');
    sender.retryNow();
    sender.tell('voice-only', null);
    await clock.advance(60_000);
    expect(sent).toHaveLength(1);
    sender = makeSender();
    sender.tell('ready', null);
    sender.stop();
    await last().fail('offline');
    await clock.advance(60_000);
    expect(sent).toHaveLength(2);
    expect(clock.pending).toBe(0);
    sender.start();
    expect(sent).toHaveLength(3);
  });
});
