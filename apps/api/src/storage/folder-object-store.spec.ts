import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FolderObjectStore } from './folder-object-store';
import { sha256Of } from './object-store';

const HOUR_S = 3600;

describe('objects in a folder', () => {
  let folder: string;
  let store: FolderObjectStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ieum-folder-'));
    store = new FolderObjectStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const put = (key: string, text = 'content') =>
    store.put(key, Buffer.from(text), { contentType: 'audio/webm', sha256: sha256Of(Buffer.from(text)) });

  it('can be read by their owner alone', async () => {
    await put('a/b');
    for (const [name, mode] of [
      ['a', 0o700],
      ['a/b.object', 0o600],
    ] as const) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(mode);
    }
    expect(await readFile(join(folder, 'a/b.object'), 'latin1')).toMatch(/^ieum-object 1 audio\/webm +\ncontent$/u);
  });

  it('leave no empty folders behind', async () => {
    await put('a/b/c');
    await put('a/d');
    await store.delete(['a/b/c']);
    expect(await readdir(folder, { recursive: true })).toEqual(['a', 'a/d.object']);
    await store.delete(['a/d']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('come while their neighbours go, and the folder with them', async () => {
    await Promise.all(
      Array.from({ length: 200 }, async (_, each) => {
        await put(`a/b/${each}`);
        await store.delete([`a/b/${each}`]);
      }),
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('are free of what a killed process left, and not of what another still writes', async () => {
    await writeFile(join(folder, '.new-old'), 'half');
    await writeFile(join(folder, '.new-now'), 'half');
    const before = Date.now() / 1000 - 2 * HOUR_S;
    await utimes(join(folder, '.new-old'), before, before);
    await put('a');
    expect((await readdir(folder)).sort()).toEqual(['.new-now', 'a.object']);
  });

  it('are free of what was too young at the start an hour later', async () => {
    await writeFile(join(folder, '.new-half'), 'half');
    await put('a');
    const later = Date.now() + (HOUR_S + 60) * 1000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    try {
      await put('b');
    } finally {
      jest.restoreAllMocks();
    }
    expect((await readdir(folder)).sort()).toEqual(['a.object', 'b.object']);
  });

  it('need no folder to be swept', async () => {
    await expect(new FolderObjectStore(join(folder, 'none-yet')).sweep()).resolves.toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('are given out by a single byte as well, which the server of the other tests cannot do', async () => {
    await put('a', 'content');
    const first = await store.get('a', { start: 0, end: 0 });
    expect(first).toMatchObject({ bytes: 1 });
    expect(first && String(await buffer(first.body))).toBe('c');
  });

  it('are not what somebody else put there', async () => {
    await put('a');
    await writeFile(join(folder, 'notes.txt'), 'hello');
    await mkdir(join(folder, 'b.object'));
    const keys: string[] = [];
    for await (const key of store.list('')) keys.push(key);
    expect(keys).toEqual(['a']);
  });

  it('are not given out where their file is damaged', async () => {
    await put('a');
    for (const damaged of ['', 'short', 'x'.repeat(500)]) {
      await writeFile(join(folder, 'a.object'), damaged);
      await expect(store.get('a')).rejects.toThrow('damaged');
    }
  });

  it('cannot be kept where the folder cannot be used: that is said without its name', async () => {
    await writeFile(join(folder, 'a-file'), '');
    store = new FolderObjectStore(join(folder, 'a-file', 'objects'));
    for (const work of [() => put('a'), () => store.check(), () => store.get('a')]) {
      const error: unknown = await work().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({
        code: 'server/unavailable',
        message: expect.not.stringContaining(folder),
        cause: { kind: 'unwritable', code: 'ENOTDIR' },
      });
    }
  });
});
