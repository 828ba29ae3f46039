import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FolderObjectStore } from './folder-object-store';
import { DamagedArchive, readArchive, writeArchive } from './object-archive';
import { sha256Of } from './object-store';

const CONTENTS: Readonly<Record<string, Buffer>> = {
  'a/1': randomBytes(3_000),
  'a/2': Buffer.alloc(0),
  b: Buffer.from('{"objects":1}\n'),
};

describe('an archive of objects', () => {
  let folder: string;
  let archive: Buffer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ieum-archive-'));
    const store = new FolderObjectStore(folder);
    const contents = { ...CONTENTS, 'check/of-a-doctor': Buffer.from('gone in a moment') };
    for (const [key, content] of Object.entries(contents)) {
      await store.put(key, content, { contentType: 'audio/ogg', sha256: sha256Of(content) });
    }
    archive = await buffer(Readable.from(writeArchive(store), { objectMode: false }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** In chunks of some length, as they come by a pipe. */
  const read = async (bytes: Buffer, length = 65_536): Promise<Record<string, Buffer>> => {
    const chunks: Buffer[] = [];
    for (let start = 0; start < bytes.length; start += length) chunks.push(bytes.subarray(start, start + length));
    const found: Record<string, Buffer> = {};
    for await (const { key, content } of readArchive(Readable.from(chunks))) found[key] = content;
    return found;
  };

  it.each([1, 7, 127, 65_536, 1_000_000])('is read as it was written, in chunks of %d bytes', async (length) => {
    expect(await read(archive, length)).toEqual(CONTENTS);
  });

  it('is not taken without its end, wherever it was cut off', async () => {
    for (const length of [0, 1, 14, 15, 40, 1_500, 3_100, archive.length - 15, archive.length - 1]) {
      await expect(read(archive.subarray(0, length))).rejects.toThrow(DamagedArchive);
    }
  });

  it('is not taken with a changed byte, or with more behind it', async () => {
    for (let at = 0; at < archive.length; at += at < 300 ? 1 : 97) {
      const changed = Buffer.from(archive);
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      // The type alone has no hash: it is refused, or the contents are as they were.
      const found = await read(changed).catch((error: unknown) => error);
      if (found instanceof Error) expect(found).toBeInstanceOf(DamagedArchive);
      else expect(found).toEqual(CONTENTS);
    }
    await expect(read(Buffer.concat([archive, Buffer.from('x')]))).rejects.toThrow(DamagedArchive);
    await expect(read(Buffer.concat([archive, archive]))).rejects.toThrow(DamagedArchive);
  });

  it('is not taken with a key or a length that cannot be', async () => {
    for (const head of ['{"key":"../x","contentType":"a/b","bytes":1}', '{"key":"x","contentType":"a/b","bytes":-1}']) {
      await expect(read(Buffer.from(`ieum-objects 1\n${head}\nx`))).rejects.toThrow(DamagedArchive);
    }
    await expect(read(Buffer.alloc(10_000, 'x'))).rejects.toThrow(DamagedArchive);
  });
});
