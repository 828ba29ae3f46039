import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import { TakeUpload } from './take-upload';
import { FakeRecordingServer, refusal } from './testing/fake-recording-server';
import { QUESTION, summary } from './testing/takes-world';

const TAKE = { id: 'take', questionId: QUESTION, contentType: 'audio/webm' as const };

let clock: ManualClock;
let server: FakeRecordingServer;
let online: Set<() => void>;
let errors: unknown[];
let parts: number[][];
let upload: TakeUpload;
const start = () =>
  new TakeUpload({
    take: TAKE,
    read: async (index) => {
      const part = parts[index];
      return part ? { index, bytes: Uint8Array.from(part), sha256: part.join() } : null;
    },
    server,
    clock,
    random: () => 1,
    onOnline: (listener) => {
      online.add(listener);
      return () => online.delete(listener);
    },
    onError: (error) => void errors.push(error),
  });
beforeEach(() => {
  [clock, server, online, errors] = [new ManualClock(), new FakeRecordingServer(), new Set(), []];
  parts = [[1, 2], [3], [4, 5, 6]];
  upload = start();
});

async function offer(...sizes: number[]): Promise<void> {
  for (const size of sizes) upload.offer(size);
  await settle();
}
async function finish(): Promise<void> {
  upload.finish(summary(15_000));
  await settle();
}
const state = () => upload.getSnapshot();

describe('a take on its way to the server', () => {
  it('goes slice by slice while it is recorded, in order and one at a time', async () => {
    await offer(2);
    expect([server.requests, state().status, state().sentBytes]).toEqual([['begin', 'send 0'], 'waiting', 2]);
    await offer(1, 3);
    await finish();
    expect(server.requests).toEqual(['begin', 'send 0', 'send 1', 'send 2', 'complete']);
    expect(server.most).toBe(1);
    expect(server.contentOf('take')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(state()).toMatchObject({ status: 'stored', sentBytes: 6, recording: { bytes: 6, durationMs: 15_000 } });
    expect([clock.pending, online.size]).toEqual([0, 0]);
  });

  it('does not begin before there is anything', async () => {
    await settle();
    expect([server.requests, upload.hasBegun]).toEqual([[], false]);
  });

  it('waits out a minute without network, with longer and longer waits, and asks then what has arrived', async () => {
    await offer(2);
    server.offline = true;
    await offer(1);
    expect(state().status).toBe('retrying');
    const before = server.requests.length;
    await clock.advance(59_000);
    // After 1, 3, 7, 15 and 31 s.
    expect(server.requests.slice(before)).toEqual(Array(5).fill('begin'));
    server.offline = false;
    await clock.advance(3_000);
    expect(server.requests.slice(before + 5)).toEqual(['begin', 'send 1']);
    await offer(3);
    await finish();
    expect([state().status, server.contentOf('take')]).toEqual(['stored', [1, 2, 3, 4, 5, 6]]);
  });

  it('goes on at once when the network comes back', async () => {
    server.offline = true;
    await offer(2);
    await clock.advance(20_000);
    server.offline = false;
    for (const listener of [...online]) listener();
    await settle();
    expect([state().status, state().sentBytes, clock.pending]).toEqual(['waiting', 2, 0]);
  });

  it('takes a server that fails for one that will be well again', async () => {
    server.faults.push(refusal('server/internal', 500), refusal('server/unavailable', 503));
    await offer(2);
    expect(state()).toMatchObject({ status: 'retrying', error: { code: 'server/internal' } });
    await clock.advance(1_000);
    await clock.advance(2_000);
    expect(state()).toMatchObject({ status: 'waiting', error: null, sentBytes: 2 });
  });

  it('asks a server that named a time not before, not even when the network comes back', async () => {
    server.faults.push(refusal('request/rate-limited', 429, 12_000));
    await offer(2);
    await clock.advance(11_000);
    for (const listener of [...online]) listener();
    await settle();
    expect(server.requests).toEqual(['begin']);
    await clock.advance(1_000);
    expect(server.requests).toEqual(['begin', 'begin', 'send 0']);
  });

  it('sends nothing twice when it was the answer that got lost', async () => {
    await offer(2);
    server.faults.push('lost');
    await offer(1);
    await clock.advance(1_000);
    expect(server.requests).toEqual(['begin', 'send 0', 'send 1', 'begin']);
    await offer(3);
    server.faults.push('lost');
    await finish();
    await clock.advance(1_000);
    expect(server.requests.slice(-2)).toEqual(['complete', 'begin']);
    expect(state()).toMatchObject({ status: 'stored', recording: { bytes: 6 } });
  });

  it('sends again what the server turns out to lack, but not for ever', async () => {
    await offer(2, 1, 3);
    server.recordings.get('take')?.slices.delete(1);
    await finish();
    expect(state().status).toBe('retrying');
    await clock.advance(1_000);
    expect([server.requests.slice(-3), state().status]).toEqual([['begin', 'send 1', 'complete'], 'stored']);
  });

  it('gives up a slice that arrives damaged four times', async () => {
    server.faults.push(...Array.from({ length: 8 }, () => refusal('recordings/digest-mismatch', 422)));
    await offer(2);
    await clock.advance(60_000);
    expect([state().status, server.requests.length, clock.pending]).toEqual(['refused', 4, 0]);
  });

  it('stops at a refusal that stays one, says why, and tries again when it is told to', async () => {
    await offer(2);
    server.recordings.get('take')?.slices.set(1, { index: 1, bytes: Uint8Array.of(9), sha256: 'another' });
    server.faults.push(refusal('recordings/slice-conflict', 409));
    await offer(1);
    expect(state()).toMatchObject({ status: 'refused', error: { code: 'recordings/slice-conflict' } });
    await offer(3);
    await finish();
    await clock.advance(600_000);
    expect(server.requests).toEqual(['begin', 'send 0', 'send 1']);
    server.recordings.get('take')?.slices.delete(1);
    upload.retry();
    await settle();
    expect(state().status).toBe('stored');
  });

  it('goes on after a reload with what the server lacks', async () => {
    await offer(2, 1);
    upload.stop();
    upload = start();
    await offer(2, 1, 3);
    await finish();
    expect(server.requests.slice(3)).toEqual(['begin', 'send 2', 'complete']);
    expect(server.contentOf('take')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is refused when this device lost it', async () => {
    parts = [];
    await offer(2);
    expect([state().status, errors.length]).toEqual(['refused', 1]);
  });

  it('asks nothing more once it was stopped', async () => {
    server.offline = true;
    await offer(2);
    upload.stop();
    await clock.advance(60_000);
    expect([server.requests, clock.pending, online.size]).toEqual([['begin'], 0, 0]);
  });
});
