import { describe, expect, it } from '@jest/globals';
import { fakePeerChannelPair } from './fake-peer-channel';
import { ManualClock } from './manual-clock';

describe('fakePeerChannelPair', () => {
  it('carries messages in order, as copies, when the clock says so', async () => {
    const clock = new ManualClock();
    const { a, b, open } = fakePeerChannelPair({ clock, latencyMs: 20 });
    const got: unknown[] = [];
    b.on('message', (data) => got.push(data));
    expect(a.send('early')).toBe(false);
    open();
    const bytes = new Uint8Array([1, 2]);
    expect([a.send('first'), a.send(bytes)]).toEqual([true, true]);
    bytes[0] = 9;
    await clock.advance(19);
    expect(got).toEqual([]);
    await clock.advance(1);
    expect(got).toEqual(['first', new Uint8Array([1, 2]).buffer]);
  });

  it('buffers at its pace, refuses more than 1 MiB, and says when it drained', async () => {
    const clock = new ManualClock();
    const { a, open } = fakePeerChannelPair({ clock, bytesPerMs: 65_536 });
    const drained: number[] = [];
    a.on('drain', () => drained.push(clock.now()));
    open();
    const sent = Array.from({ length: 17 }, () => a.send(new Uint8Array(65_536)));
    expect(sent.filter(Boolean)).toHaveLength(16);
    expect(a.send(new Uint8Array(65_537))).toBe(false);
    expect([a.bufferedAmount, a.mostBuffered, a.refused]).toEqual([1_048_576, 1_048_576, 2]);
    await clock.advance(100);
    expect([a.bufferedAmount, drained]).toEqual([0, [12]]);
  });

  it('loses what was under way when the connection is cut, whoever notices', async () => {
    const clock = new ManualClock();
    const { a, b, open, close } = fakePeerChannelPair({ clock, latencyMs: 10 });
    const log: unknown[] = [];
    b.on('message', (data) => log.push(data));
    b.on('open', (isOpen) => log.push(isOpen));
    open();
    a.send('lost');
    close('b');
    expect([a.isOpen, b.isOpen, a.send('into the void')]).toEqual([true, false, true]);
    open();
    a.send('arrives');
    await clock.advance(50);
    expect(log).toEqual([true, false, true, 'arrives']);
    expect(clock.pending).toBe(0);
  });
});
