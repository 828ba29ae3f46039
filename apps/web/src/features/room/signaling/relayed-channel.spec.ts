import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fakePeerChannelPair, ManualClock } from '@ieum/webrtc-client/testing';
import type { FakePeerChannelPair } from '@ieum/webrtc-client/testing';
import { ApiError } from '../../../shared/lib/api-error';
import { AFTER_MS, RelayedChannel } from './relayed-channel';
import { framePair } from './testing/frame-pair';
import type { FramePair } from './testing/frame-pair';

let clock: ManualClock;
let direct: FakePeerChannelPair;
let server: FramePair;
let errors: unknown[];
let a: RelayedChannel;
let b: RelayedChannel;
let diary: string[];
beforeEach(() => {
  clock = new ManualClock();
  direct = fakePeerChannelPair({ clock });
  server = framePair();
  [errors, diary] = [[], []];
  const onError = (error: unknown) => void errors.push(error);
  a = new RelayedChannel({ direct: direct.a, relay: server.ends[0], clock, onError });
  b = new RelayedChannel({ direct: direct.b, relay: server.ends[1], clock, onError });
  b.on('open', (open) => diary.push(open ? 'open' : 'closed'));
  b.on('message', (data) => diary.push(new TextDecoder().decode(data as ArrayBuffer)));
});
afterEach(() => {
  for (const channel of [a, b]) channel.close();
  expect(clock.pending).toBe(0);
});

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what two people write while they have no channel of their own', () => {
  it('goes by way of the server after five seconds, in order', async () => {
    await clock.advance(AFTER_MS - 1);
    expect([a.isOpen, a.send(bytes('too early'))]).toEqual([false, false]);
    await clock.advance(1);
    for (const text of ['one', 'two', 'three']) expect(a.send(bytes(text))).toBe(true);
    expect(a.bufferedAmount).toBe(11);
    await clock.advance(0);
    expect(diary).toEqual(['open', 'one', 'two', 'three']);
    expect(a.bufferedAmount).toBe(0);
  });

  it('goes no such way while they have one, nor after it came back', async () => {
    direct.open();
    await clock.advance(60_000);
    expect([a.isOpen, server.sent]).toEqual([false, []]);
    direct.close();
    await clock.advance(AFTER_MS);
    expect(a.isOpen).toBe(true);
    direct.open();
    await clock.advance(0);
    expect([a.isOpen, b.isOpen]).toEqual([false, false]);
    expect(a.send(bytes('late'))).toBe(false);
  });

  it('is heard by somebody who believes to have a channel, for as long as they are spoken to', async () => {
    const believed = fakePeerChannelPair({ clock });
    believed.open();
    const deceived = new RelayedChannel({ direct: believed.b, relay: server.ends[1], clock, onError: () => undefined });
    deceived.on('message', (data) => diary.push(`deceived: ${new TextDecoder().decode(data as ArrayBuffer)}`));
    await clock.advance(AFTER_MS);
    expect(deceived.isOpen).toBe(false);
    a.send(bytes('can you hear me'));
    await clock.advance(0);
    expect(diary).toContain('deceived: can you hear me');
    expect(deceived.isOpen).toBe(true);
    await clock.advance(AFTER_MS);
    expect(deceived.isOpen).toBe(false);
    deceived.close();
  });

  it('waits when the server wants a pause, and is passed on once', async () => {
    await clock.advance(AFTER_MS);
    server.refusal = new ApiError({ code: 'request/rate-limited', retryAfterMs: 300 });
    a.send(bytes('one'));
    a.send(bytes('two'));
    await clock.advance(299);
    expect(diary).toEqual(['open']);
    server.refusal = null;
    await clock.advance(1);
    expect(diary).toEqual(['open', 'one', 'two']);
  });

  it('begins anew when a frame was lost, for the rest would make no sense', async () => {
    await clock.advance(AFTER_MS);
    server.refusal = new ApiError({ code: 'rooms/peer-not-found' });
    a.send(bytes('lost'));
    a.send(bytes('lost as well'));
    await clock.advance(0);
    expect([a.isOpen, a.bufferedAmount]).toEqual([false, 0]);
    server.refusal = null;
    await clock.advance(AFTER_MS);
    expect(a.isOpen).toBe(true);
    a.send(bytes('again'));
    await clock.advance(0);
    expect(diary).toEqual(['open', 'again']);
    expect(errors).toEqual([]);
  });

  it('goes nowhere when the server takes nothing of this room', async () => {
    await clock.advance(AFTER_MS);
    server.refusal = new ApiError({ code: 'documents/not-kept' });
    a.send(bytes('a secret'));
    await clock.advance(0);
    server.refusal = null;
    await clock.advance(60_000);
    expect([a.isOpen, diary, errors]).toEqual([false, ['open'], []]);
  });

  it('tells when everything was passed on, so that more can come', async () => {
    await clock.advance(AFTER_MS);
    let drained = 0;
    a.on('drain', () => (drained += 1));
    a.send(bytes('one'));
    a.send(bytes('two'));
    await clock.advance(0);
    expect(drained).toBe(1);
  });
});
