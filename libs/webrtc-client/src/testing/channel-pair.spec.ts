import { describe, expect, it } from '@jest/globals';
import type { SignalMessage } from '../signaling-channel';
import { channelPair } from './channel-pair';
import { ManualClock } from './manual-clock';

const candidate = (name: string): SignalMessage => ({
  type: 'candidate',
  connection: 0,
  candidate: { candidate: name },
});

describe('channelPair', () => {
  it('delivers a copy to the other end only, until unsubscribed', async () => {
    const clock = new ManualClock();
    const { a, b } = channelPair({ clock });
    const got: SignalMessage[] = [];
    a.subscribe(() => got.push(candidate('own')));
    const stop = b.subscribe((message) => got.push(message));
    const message = candidate('1');
    a.send(message);
    await clock.advance(0);
    expect(got).toEqual([message]);
    expect(got[0]).not.toBe(message);
    stop();
    a.send(message);
    await clock.advance(0);
    expect(got).toHaveLength(1);
  });

  it('delays, reorders, loses and doubles as told, and remembers what was sent', async () => {
    const clock = new ManualClock();
    const delays = [30, 10, 20];
    const copies = [1, 2, 0];
    const { a, b, sent } = channelPair({
      clock,
      delayMs: () => delays.shift() ?? 0,
      copies: () => copies.shift() ?? 1,
    });
    const got: unknown[] = [];
    a.subscribe((message) => got.push(message.type === 'candidate' && message.candidate?.candidate));
    for (const name of ['late', 'twice', 'lost']) b.send(candidate(name));
    await clock.advance(100);
    expect(got).toEqual(['twice', 'twice', 'late']);
    expect(sent.map(({ from }) => from)).toEqual(['b', 'b', 'b']);
  });
});
