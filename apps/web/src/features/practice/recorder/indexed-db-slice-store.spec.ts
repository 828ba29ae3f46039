import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { forgetRecordings, keepsRecordings } from '../../../shared/lib/recording-database';
import { IndexedDbSliceStore } from './indexed-db-slice-store';
import type { KeptTake, Slice } from './kept-take';
import { QUESTION, summary } from './testing/takes-world';

const take = (id: string, sizes: number[] = [2]): KeptTake => ({
  ...summary(5_000),
  id,
  questionId: QUESTION,
  contentType: 'audio/webm',
  startedAt: 1,
  finished: false,
  sizes,
});
const slice = (index: number): Slice => ({ index, bytes: Uint8Array.of(index, 7), sha256: `hash ${index}` });
const abort = (transaction: IDBTransaction, reason: string) =>
  (transaction as IDBTransaction & { _abort(reason: string): void })._abort(reason);
const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');

beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
afterEach(() => {
  if (put) Object.defineProperty(IDBObjectStore.prototype, 'put', put);
});

describe('what this device keeps of takes', () => {
  it('is there for the next page, bytes and all', async () => {
    await new IndexedDbSliceStore('mina').save(take('a'), slice(0));
    const next = new IndexedDbSliceStore('mina');
    expect(await next.list()).toEqual([take('a')]);
    expect(await next.read('a', 0)).toEqual(slice(0));
    expect(await next.read('a', 1)).toBeNull();
  });

  it('is known of to whoever logs out, and asking makes no database', async () => {
    expect(await keepsRecordings()).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
    const store = new IndexedDbSliceStore('mina');
    await store.save(take('a'), slice(0));
    expect(await keepsRecordings()).toBe(true);
    await store.remove('a');
    expect(await keepsRecordings()).toBe(false);
  });

  it('is never shown to another user of the device', async () => {
    await new IndexedDbSliceStore('mina').save(take('a'), slice(0));
    const other = new IndexedDbSliceStore('haru');
    expect([await other.list(), await other.read('a', 0)]).toEqual([[], null]);
    await other.remove('a');
    expect(await new IndexedDbSliceStore('mina').list()).toHaveLength(1);
  });

  it('goes take by take', async () => {
    const store = new IndexedDbSliceStore('mina');
    await store.save(take('a'), slice(0));
    await store.save(take('a', [2, 2]), slice(1));
    await store.save(take('b'), slice(0));
    await store.remove('a');
    expect((await store.list()).map(({ id }) => id)).toEqual(['b']);
    expect([await store.read('a', 0), await store.read('a', 1)]).toEqual([null, null]);
    expect(await store.read('b', 0)).toEqual(slice(0));
  });

  it('goes with its user, though a page has it open; that page writes nothing any more', async () => {
    const store = new IndexedDbSliceStore('mina');
    await store.save(take('a'), slice(0));
    forgetRecordings();
    expect(await new IndexedDbSliceStore('mina').list()).toEqual([]);
    await expect(store.save(take('a'), slice(1))).rejects.toMatchObject({ problem: 'unavailable' });
    expect(await new IndexedDbSliceStore('mina').list()).toEqual([]);
  });

  it('says that it is full, and takes neither the slice nor the news of it', async () => {
    const store = new IndexedDbSliceStore('mina');
    await store.save(take('a'), slice(0));
    const before = IDBObjectStore.prototype.put;
    // As browsers do: the request fails with its transaction, and that one says why.
    IDBObjectStore.prototype.put = function (value: unknown, ...key) {
      const request = before.call(this, value, ...key);
      if (this.name === 'slices') abort(this.transaction, 'QuotaExceededError');
      return request;
    };
    await expect(store.save(take('a', [2, 2]), slice(1))).rejects.toMatchObject({ problem: 'full' });
    expect([await store.list(), await store.read('a', 1)]).toEqual([[take('a')], null]);
  });

  it('is nothing where the browser has no database, or refuses it', async () => {
    const store = new IndexedDbSliceStore('mina');
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('private window', 'SecurityError');
      },
    } as unknown as IDBFactory;
    await expect(store.list()).rejects.toMatchObject({ problem: 'unavailable' });
    Reflect.deleteProperty(globalThis, 'indexedDB');
    await expect(new IndexedDbSliceStore('mina').list()).rejects.toMatchObject({ problem: 'unavailable' });
  });
});
