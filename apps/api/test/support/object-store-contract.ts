import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ObjectStore, sha256Of } from '../../src/storage/object-store';

const MB = 1024 ** 2;
const TYPE = 'audio/webm';

export interface OpenStore {
  readonly store: ObjectStore;
  /** Everything that lies in it by any name: what is half written as well. */
  readonly everything: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export const put = (store: ObjectStore, key: string, content: Uint8Array, contentType = TYPE): Promise<void> =>
  store.put(key, content, { contentType, sha256: sha256Of(content) });

export async function contentOf(store: ObjectStore, key: string): Promise<Buffer | undefined> {
  const stored = await store.get(key);
  return stored && buffer(stored.body);
}

export async function keysOf(store: ObjectStore, prefix = ''): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys.sort();
}

/** What every store of objects has to do. */
export function describeObjectStore(name: string, open: () => Promise<OpenStore>): void {
  describe(`a store of objects: ${name}`, () => {
    let opened: OpenStore;
    let store: ObjectStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    it('has nothing at first', async () => {
      expect(await store.get('nothing/here')).toBeUndefined();
      expect(await keysOf(store)).toEqual([]);
      await store.delete(['nothing/here', 'nor-here']);
    });

    it.each([0, 1, 127, 128, 129, 65_536, 4 * MB])(
      'gives back %d bytes as they were, with their type',
      async (size) => {
        const content = randomBytes(size);
        await put(store, `sizes/of-${size}`, content, 'audio/mp4');
        const stored = await store.get(`sizes/of-${size}`);
        expect(stored).toMatchObject({ bytes: size, contentType: 'audio/mp4' });
        expect(stored && content.equals(await buffer(stored.body))).toBe(true);
      },
    );

    it('gives a part of it, up to the last byte and no further', async () => {
      const content = randomBytes(1000);
      await put(store, 'ranges/one', content);
      for (const [start, end, last] of [
        [0, 1, 1],
        [0, 999, 999],
        [500, 599, 599],
        [999, 999, 999],
        [990, 5000, 999],
      ] as const) {
        const part = await store.get('ranges/one', { start, end });
        expect(part).toMatchObject({ bytes: last - start + 1, contentType: TYPE });
        expect(part && (await buffer(part.body))).toEqual(content.subarray(start, last + 1));
      }
      await expect(store.get('ranges/one', { start: 1000, end: 1001 })).rejects.toMatchObject({
        code: 'request/invalid',
      });
      expect(await store.get('ranges/none', { start: 0, end: 1 })).toBeUndefined();
    });

    it('replaces what has the same key, its type too', async () => {
      await put(store, 'same/key', Buffer.from('the first and the longer one'));
      await put(store, 'same/key', Buffer.from('the second'), 'audio/ogg');
      expect(await store.get('same/key')).toMatchObject({ bytes: 10, contentType: 'audio/ogg' });
      expect(String(await contentOf(store, 'same/key'))).toBe('the second');
    });

    it('keeps nothing of what its hash or its type is wrong, and leaves what was there', async () => {
      const content = Buffer.from('what came');
      const sha256 = sha256Of(Buffer.from('what was sent'));
      await put(store, 'wrong/there', content);
      const before = await opened.everything();
      const refusal = { code: 'request/invalid' };
      for (const key of ['wrong/hash', 'wrong/there']) {
        await expect(store.put(key, Buffer.from('what came?'), { contentType: TYPE, sha256 })).rejects.toMatchObject(
          refusal,
        );
        for (const contentType of ['audio', 'audio/', 'audio/webm\r\nx: y', 'Audio/webm', '']) {
          await expect(put(store, key, content, contentType)).rejects.toMatchObject(refusal);
          await expect(store.assemble(key, ['wrong/there'], { contentType })).rejects.toMatchObject(refusal);
        }
      }
      expect(await opened.everything()).toEqual(before);
      expect(await contentOf(store, 'wrong/there')).toEqual(content);
    });

    it.each(['', '/', 'a/', '/a', 'a//b', '..', 'a/../b', 'A', 'a.b', 'a b', 'a\\b', 'a\0', '한', 'a'.repeat(129)])(
      'takes no key like %j',
      async (key) => {
        await expect(put(store, key, Buffer.from('x'))).rejects.toThrow('cannot be the key');
        await expect(store.get(key)).rejects.toThrow('cannot be the key');
        await expect(store.delete(['a', key])).rejects.toThrow('cannot be the key');
        await expect(store.assemble(key, [], { contentType: TYPE })).rejects.toThrow('cannot be the key');
      },
    );

    it('lists what begins so, whether it is a whole word or not, and an object beside a folder of its name', async () => {
      for (const key of ['lists/a', 'lists/a/b', 'lists/a-c/d', 'lists/b']) await put(store, key, Buffer.from(key));
      const all = ['lists/a', 'lists/a-c/d', 'lists/a/b', 'lists/b'];
      expect(await keysOf(store, 'lists/')).toEqual(all);
      expect(await keysOf(store, 'lis')).toEqual(all);
      expect(await keysOf(store, 'lists/a')).toEqual(all.slice(0, 3));
      expect(await keysOf(store, 'lists/a/')).toEqual(['lists/a/b']);
      expect(await keysOf(store, 'lists/a/b')).toEqual(['lists/a/b']);
      expect(await keysOf(store, 'lists/c')).toEqual([]);
      await expect(keysOf(store, '../')).rejects.toThrow('No key');
      await store.delete(['lists/a', 'lists/none', 'lists/b']);
      expect(await keysOf(store, 'lists/')).toEqual(['lists/a-c/d', 'lists/a/b']);
      expect(await store.get('lists/a')).toBeUndefined();
    });

    it('deletes and lists more than a store answers at once', async () => {
      const keys = Array.from({ length: 1050 }, (_, each) => `many/${String(each).padStart(4, '0')}`);
      for (let start = 0; start < keys.length; start += 50) {
        await Promise.all(keys.slice(start, start + 50).map((key) => put(store, key, Buffer.from(key))));
      }
      expect(await keysOf(store, 'many/')).toEqual(keys);
      await put(store, 'many/more', Buffer.from('it stays'));
      await store.delete(keys);
      expect(await keysOf(store, 'many/')).toEqual(['many/more']);
    });

    it.each([
      ['small ones', [10, 0, 300_000, 7]],
      ['ones that fill a piece exactly', [4 * MB, 4 * MB]],
      ['large ones', [4 * MB, 3 * MB, 4 * MB, 4 * MB, 4 * MB, 1]],
      ['none', []],
    ])('puts one together of %s, and leaves those', async (what, sizes) => {
      const slices = sizes.map((size) => randomBytes(size));
      const folder = `slices/${what.replaceAll(' ', '-')}`;
      const parts = slices.map((_, index) => `${folder}/${index}`);
      for (const [index, slice] of slices.entries()) await put(store, `${folder}/${index}`, slice);
      const whole = Buffer.concat(slices);
      expect(await store.assemble(`${folder}/whole`, parts, { contentType: 'audio/ogg' })).toEqual({
        bytes: whole.length,
        sha256: sha256Of(whole),
      });
      const stored = await store.get(`${folder}/whole`);
      expect(stored).toMatchObject({ bytes: whole.length, contentType: 'audio/ogg' });
      expect(stored && whole.equals(await buffer(stored.body))).toBe(true);
      expect(await keysOf(store, `${folder}/`)).toEqual([...parts, `${folder}/whole`]);
    });

    it('puts nothing together where a part is missing', async () => {
      await put(store, 'torn/0', randomBytes(4 * MB));
      await put(store, 'torn/1', randomBytes(4 * MB));
      await put(store, 'torn/2', randomBytes(MB));
      const before = await opened.everything();
      for (const parts of [['torn/none'], ['torn/0', 'torn/none'], ['torn/0', 'torn/1', 'torn/2', 'torn/none']]) {
        await expect(store.assemble('torn/whole', parts, { contentType: TYPE })).rejects.toMatchObject({
          code: 'server/unavailable',
        });
      }
      expect(await opened.everything()).toEqual(before);
    });

    it('shows one of two that are put at once, whole', async () => {
      const contents = Array.from({ length: 8 }, () => randomBytes(500_000));
      await Promise.all(contents.map((content) => put(store, 'race/key', content)));
      const kept = await contentOf(store, 'race/key');
      expect(contents.some((content) => kept?.equals(content))).toBe(true);
    });

    it('goes on reading what is replaced or deleted meanwhile, or fails: it never mixes', async () => {
      const content = randomBytes(4 * MB);
      await put(store, 'moving/key', content);
      const stored = await store.get('moving/key');
      await put(store, 'moving/key', randomBytes(4 * MB));
      await store.delete(['moving/key']);
      const read = stored && buffer(stored.body);
      const mixed = await read?.then(
        (bytes) => !content.equals(bytes),
        (error: unknown) => !(error instanceof Error),
      );
      expect(mixed).toBe(false);
    });

    it('is put to the test and left as it was', async () => {
      const before = await opened.everything();
      await store.check();
      expect(await opened.everything()).toEqual(before);
    });
  });
}
