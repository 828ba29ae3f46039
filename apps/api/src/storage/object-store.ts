import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { storeUnavailable, wrongContentType, wrongHash } from './storage.errors';
import { StoreFault } from './store-fault';

export interface ObjectFacts {
  readonly contentType: string;
  readonly sha256: Buffer;
}

/** Bytes of an object, both inclusive, from 0. An `end` past the last byte means the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface StoredObject {
  /** Has to be read or destroyed: it holds a file or a connection. It fails where the store goes away meanwhile. */
  readonly body: Readable;
  /** Of the body. */
  readonly bytes: number;
  readonly contentType: string;
}

export interface SignedUrlOptions {
  readonly contentType: string;
  /** Saved under this name; without one it is shown or played in place. */
  readonly fileName?: string;
  /** For how long it works. */
  readonly seconds: number;
}

/** Lower-case words with hyphens between slashes: the same on every file system and in every store. */
const KEY = /^(?=.{1,512}$)[a-z0-9-]{1,128}(?:\/[a-z0-9-]{1,128})*$/u;
const PREFIX = /^[a-z0-9/-]{0,512}$/u;
const CONTENT_TYPE = /^[a-z0-9.+-]{1,40}\/[a-z0-9.+-]{1,60}$/u;
const CHECK_BYTES = 64;

/** Where what a check keeps for a moment is, apart from everything that has to stay. */
export const CHECK_PREFIX = 'check/';

/**
 * Where files are kept that are too large for the database. An object is there as a whole or not at all, and the same key
 * again replaces it. What cannot be done right now is refused with `server/unavailable`.
 */
export abstract class ObjectStore {
  /** Refuses, and keeps nothing of, what is not what its facts say. For contents of some megabytes. */
  abstract put(key: string, content: Uint8Array, facts: ObjectFacts): Promise<void>;

  /** Makes one object out of others, in their order. Those stay. */
  abstract assemble(
    key: string,
    parts: readonly string[],
    facts: { readonly contentType: string },
  ): Promise<{ bytes: number; sha256: Buffer }>;

  /** `undefined`: there is none. Refuses a range that begins after the end. */
  abstract get(key: string, range?: ByteRange): Promise<StoredObject | undefined>;

  /** An address from which a browser gets the object by itself; `undefined`: the API has to hand it out. */
  abstract signedUrl(key: string, options: SignedUrlOptions): Promise<string | undefined>;

  /** Those that are not there are fine. */
  abstract delete(keys: readonly string[]): Promise<void>;

  /** Every key that begins so, in no order. What comes or goes meanwhile may be among them. */
  abstract list(prefix: string): AsyncIterable<string>;

  /** Takes away what processes that were killed left half written, where that does not go by itself. To be called often. */
  sweep(): Promise<void> {
    return Promise.resolve();
  }

  /** Keeps something small, reads it back and deletes it. @throws where one of these does not work */
  async check(): Promise<void> {
    const key = `${CHECK_PREFIX}${randomUUID()}`;
    const content = randomBytes(CHECK_BYTES);
    try {
      await this.put(key, content, { contentType: 'application/octet-stream', sha256: sha256Of(content) });
      const kept = await this.get(key);
      if (!kept || !content.equals(await buffer(kept.body))) {
        throw storeUnavailable(new StoreFault('forgetful', undefined));
      }
    } finally {
      await this.delete([key]);
    }
  }
}

export const sha256Of = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();

export const isKey = (key: string): boolean => KEY.test(key);

/** Keys are made by us: a wrong one is a mistake of ours. */
export function assertKey(key: string): void {
  if (!isKey(key)) throw new Error('This cannot be the key of an object.');
}

export function assertPrefix(prefix: string): void {
  if (!PREFIX.test(prefix)) throw new Error('No key of an object begins like this.');
}

export function refuseWrongType(contentType: string): void {
  if (!CONTENT_TYPE.test(contentType)) throw wrongContentType();
}

export function refuseWrongContent(content: Uint8Array, { contentType, sha256 }: ObjectFacts): void {
  refuseWrongType(contentType);
  if (!sha256Of(content).equals(sha256)) throw wrongHash();
}
