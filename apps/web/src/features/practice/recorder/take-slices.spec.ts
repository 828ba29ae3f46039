import { describe, expect, it } from '@jest/globals';
import { MAX_SLICE_BYTES } from '@ieum/api-contract';
import { settle } from '@ieum/webrtc-client/testing';
import { DigestError } from './slice-digest';
import { TakeSlices } from './take-slices';
import { FakeSliceStore } from './testing/fake-slice-store';
import { QUESTION, summary } from './testing/takes-world';

const TAKE = {
  ...summary(0),
  id: 'take',
  questionId: QUESTION,
  contentType: 'audio/webm' as const,
  startedAt: 0,
  finished: false,
  sizes: [],
};

function given(hash = async (bytes: Uint8Array<ArrayBuffer>) => `sha256 of ${bytes.byteLength} bytes`) {
  const store = new FakeSliceStore();
  const log: unknown[] = [];
  const slices = new TakeSlices({
    take: TAKE,
    store,
    hash,
    onSlice: (size) => log.push(size),
    onStorageProblem: (problem) => log.push(problem),
    onFailed: (error) => log.push(error),
  });
  return { store, log, slices };
}

describe('the slices of a take', () => {
  it('are hashed and on the device before anybody is told of them', async () => {
    const { store, log, slices } = given();
    slices.add(Uint8Array.of(1, 2, 3), summary(5_000));
    slices.add(Uint8Array.of(4), summary(6_000));
    expect(log).toEqual([]);
    await settle();
    expect(log).toEqual([3, 1]);
    expect(store.takes.get('take')).toMatchObject({ sizes: [3, 1], durationMs: 6_000, finished: false });
    expect(await slices.read(1)).toEqual({ index: 1, bytes: Uint8Array.of(4), sha256: 'sha256 of 1 bytes' });
    await slices.finish(summary(6_500));
    expect(store.takes.get('take')).toMatchObject({ sizes: [3, 1], durationMs: 6_500, finished: true });
  });

  it('keep their order though one is hashed later than the next', async () => {
    const waits: (() => void)[] = [];
    const { log, slices } = given(
      (bytes) => new Promise((resolve) => void waits.push(() => resolve(`${bytes.byteLength}`))),
    );
    slices.add(Uint8Array.of(1, 2), summary(5_000));
    slices.add(Uint8Array.of(3), summary(10_000));
    await settle();
    expect(waits).toHaveLength(1);
    waits[0]?.();
    await settle();
    waits[1]?.();
    await settle();
    expect(log).toEqual([2, 1]);
    expect(await slices.read(0)).toMatchObject({ bytes: Uint8Array.of(1, 2) });
  });

  it('are never larger than the server takes', async () => {
    const { log, slices } = given();
    slices.add(new Uint8Array(MAX_SLICE_BYTES + 5), summary(5_000));
    await settle();
    expect(log).toEqual([MAX_SLICE_BYTES, 5]);
  });

  it('go on in memory when the device is full, which is said once; what the device has stays whole', async () => {
    const { store, log, slices } = given();
    slices.add(Uint8Array.of(1), summary(5_000));
    await settle();
    store.problem = 'full';
    slices.add(Uint8Array.of(2), summary(10_000));
    await settle();
    store.problem = null;
    slices.add(Uint8Array.of(3), summary(15_000));
    await slices.finish(summary(15_000));
    expect(log).toEqual([1, 'full', 1, 1]);
    expect(store.takes.get('take')).toMatchObject({ sizes: [1], durationMs: 5_000, finished: false });
    expect([await slices.read(1), await slices.read(2)]).toMatchObject([
      { bytes: Uint8Array.of(2) },
      { bytes: Uint8Array.of(3) },
    ]);
  });

  it('end where they cannot be hashed', async () => {
    const { log, slices } = given(() => Promise.reject(new DigestError('insecure')));
    slices.add(Uint8Array.of(1), summary(5_000));
    slices.add(Uint8Array.of(2), summary(10_000));
    await settle();
    expect(log).toEqual([expect.any(DigestError)]);
  });

  it('are gone once forgotten, those on their way to the device as well', async () => {
    const { store, slices } = given();
    slices.add(Uint8Array.of(1), summary(5_000));
    await settle();
    slices.add(Uint8Array.of(2), summary(10_000));
    await slices.forget();
    expect([store.takes.size, store.slices.size]).toEqual([0, 0]);
    expect(await slices.read(0)).toBeNull();
  });
});
