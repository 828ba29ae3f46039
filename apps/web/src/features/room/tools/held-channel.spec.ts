import { describe, expect, it } from '@jest/globals';
import { TypedEmitter } from '@ieum/webrtc-client';
import type { PeerChannel, PeerChannelEvents } from '@ieum/webrtc-client';
import { fakePeerChannelPair, ManualClock } from '@ieum/webrtc-client/testing';
import { HeldChannel, MAX_HELD, MESSAGE_COST } from './held-channel';

async function heldPair() {
  const clock = new ManualClock();
  const pair = fakePeerChannelPair({ clock });
  const calls: string[] = [];
  const held = new HeldChannel(pair.b, () => calls.push('read'));
  const read: (string | ArrayBuffer)[] = [];
  const say = async (...texts: string[]) => {
    for (const text of texts) pair.a.send(text);
    await clock.advance(0);
  };
  pair.open();
  return { pair, held, calls, read, say, listen: () => held.on('message', (message) => read.push(message)) };
}

describe('a channel whose reader is not there yet', () => {
  it('keeps what comes in its order, and hands on what comes later', async () => {
    const { held, calls, read, say, listen } = await heldPair();
    await say('one', 'two');
    expect(calls).toEqual(['read', 'read']);
    expect(held.isWaiting).toBe(true);
    listen();
    expect(read).toEqual([]);
    held.release();
    await say('three');
    expect(read).toEqual(['one', 'two', 'three']);
    expect(held.isWaiting).toBe(false);
  });

  it('loses what came over a connection that is gone, as any channel does', async () => {
    const { pair, held, read, say, listen } = await heldPair();
    await say('before');
    pair.open();
    await say('after');
    listen();
    held.release();
    expect(read).toEqual(['after']);
  });

  it('keeps nothing rather than a part when more comes than it takes, until the channel opens anew', async () => {
    const { pair, held, read, say, listen } = await heldPair();
    for (let sent = 0; sent <= MAX_HELD; sent += 65_536) await say('x'.repeat(65_536));
    await say('late');
    expect(held.isWaiting).toBe(false);
    pair.open();
    await say('afresh');
    listen();
    held.release();
    expect(read).toEqual(['afresh']);
  });

  it('takes no more of empty messages than of full ones', () => {
    const events = new TypedEmitter<PeerChannelEvents>();
    const on: PeerChannel['on'] = (event, listener) => events.on(event, listener);
    const channel = { label: 'any', isOpen: true, bufferedAmount: 0, send: () => true, on };
    const held = new HeldChannel(channel, () => undefined);
    for (let sent = 0; sent < MAX_HELD / MESSAGE_COST; sent += 1) events.emit('message', '');
    expect(held.isWaiting).toBe(true);
    events.emit('message', '');
    expect(held.isWaiting).toBe(false);
  });

  it('sends, opens and drains as the channel below it', async () => {
    const { pair, held, say } = await heldPair();
    const opens: boolean[] = [];
    held.on('open', (open) => opens.push(open));
    expect(held.isOpen).toBe(true);
    expect(held.send('out')).toBe(true);
    pair.close();
    await say('nothing');
    expect(held.isOpen).toBe(false);
    expect(held.send('out')).toBe(false);
    expect(opens).toEqual([false]);
  });

  it('is silent when the call is over', async () => {
    const { held, read, say, listen, calls } = await heldPair();
    await say('one');
    listen();
    held.close();
    held.release();
    await say('two');
    expect(read).toEqual([]);
    expect(calls).toEqual(['read']);
  });
});
