import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import { errorCode } from '../common/error-code';
import { asideOf, fileOf, HEAD_BYTES, headOf, typeIn } from './folder-layout';
import { keysIn, removeEmpty, removeStale, STALE_MS, syncFolders } from './folder-upkeep';
import {
  assertKey,
  assertPrefix,
  type ByteRange,
  type ObjectFacts,
  ObjectStore,
  refuseWrongContent,
  refuseWrongType,
  type StoredObject,
} from './object-store';
import { objectMissing, rangeOutside, storeUnavailable } from './storage.errors';
import { StoreFault } from './store-fault';

const OWNER_ONLY = 0o600;
const OWNERS_FOLDER = 0o700;
/** Somebody who deletes the last neighbour takes the folder away under our hands. */
const TRIES = 5;

/** No room, no room for this user, or none for a file of this size. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Objects as files of one folder, which several nodes may share. */
export class FolderObjectStore extends ObjectStore {
  private readonly logger = new Logger(FolderObjectStore.name);
  private readonly folder: string;
  private sweptAt = -Infinity;

  constructor(folder: string) {
    super();
    this.folder = resolve(folder);
  }

  async put(key: string, content: Uint8Array, facts: ObjectFacts): Promise<void> {
    assertKey(key);
    refuseWrongContent(content, facts);
    await this.write(key, facts.contentType, (file) => file.appendFile(content));
  }

  async assemble(key: string, parts: readonly string[], { contentType }: { readonly contentType: string }) {
    assertKey(key);
    refuseWrongType(contentType);
    const hash = createHash('sha256');
    let bytes = 0;
    await this.write(key, contentType, async (file) => {
      for (const part of parts) {
        const stored = await this.get(part);
        if (!stored) throw objectMissing();
        for await (const chunk of stored.body as AsyncIterable<Buffer>) {
          hash.update(chunk);
          bytes += chunk.length;
          await file.appendFile(chunk);
        }
      }
    });
    return { bytes, sha256: hash.digest() };
  }

  async get(key: string, range?: ByteRange): Promise<StoredObject | undefined> {
    assertKey(key);
    const file = await this.tried(() => openIfThere(fileOf(this.folder, key)));
    if (!file) return undefined;
    try {
      return await this.tried(() => read(file, range));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The API hands out what is in a folder. */
  signedUrl(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) assertKey(key);
    await this.tried(async () => {
      for (const key of keys) {
        const file = fileOf(this.folder, key);
        await rm(file, { force: true });
        await removeEmpty(dirname(file), this.folder);
      }
    });
  }

  async *list(prefix: string): AsyncIterable<string> {
    assertPrefix(prefix);
    try {
      yield* keysIn(this.folder, prefix);
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /** Again and again: what was left just before a restart is too young for the first time. */
  override async sweep(): Promise<void> {
    if (Date.now() < this.sweptAt + STALE_MS) return;
    this.sweptAt = Date.now();
    await this.tried(() => removeStale(this.folder));
  }

  /** Written aside and moved, so that nobody ever sees half of it, not even after a power cut. */
  private async write(key: string, contentType: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
    const aside = asideOf(this.folder, randomUUID());
    await this.tried(async () => {
      await mkdir(this.folder, { recursive: true, mode: OWNERS_FOLDER });
      await this.sweep();
      try {
        const file = await open(aside, 'wx', OWNER_ONLY);
        try {
          await file.appendFile(headOf(contentType));
          await fill(file);
          await file.sync();
        } finally {
          await file.close();
        }
        await this.moveTo(fileOf(this.folder, key), aside);
      } catch (error) {
        await rm(aside, { force: true }).catch((left: unknown) =>
          this.logger.warn(`What was half written stays for a while (${errorCode(left)}).`),
        );
        throw error;
      }
    });
  }

  private async moveTo(file: string, aside: string): Promise<void> {
    let made: string | undefined;
    for (let tries = TRIES; ; tries -= 1) {
      try {
        made = await mkdir(dirname(file), { recursive: true, mode: OWNERS_FOLDER });
        await rename(aside, file);
        break;
      } catch (error) {
        if (errorCode(error) !== 'ENOENT' || tries === 1) throw error;
      }
    }
    await syncFolders(dirname(file), made === undefined ? dirname(file) : this.folder);
  }

  private async tried<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /** What the file system refuses is told to people without its reason, and to the log without the path. */
  private refusalOf(error: unknown): unknown {
    const code = errorCode(error);
    // Node names mistakes of ours with a code as well.
    if (error instanceof DomainError || code === undefined || code.startsWith('ERR_')) return error;
    this.logger.error(`The folder of the objects cannot be used (${code}).`);
    return storeUnavailable(new StoreFault(FULL.includes(code) ? 'full' : 'unwritable', code, error));
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The body closes the file. */
async function read(file: FileHandle, range: ByteRange | undefined): Promise<StoredObject> {
  const contentType = typeIn((await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)).buffer);
  const totalBytes = (await file.stat()).size - HEAD_BYTES;
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? Infinity, totalBytes - 1);
  if (range && start >= totalBytes) throw rangeOutside();
  const bytes = end - start + 1;
  if (bytes > 0) {
    const body = file.createReadStream({ start: HEAD_BYTES + start, end: HEAD_BYTES + end });
    return { body, bytes, contentType };
  }
  await file.close();
  return { body: Readable.from([]), bytes: 0, contentType };
}
