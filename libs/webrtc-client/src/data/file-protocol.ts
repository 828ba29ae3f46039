import { isBase64UrlOf32Bytes } from '../security/base64url';
import { MAX_NAME_LENGTH, safeFileName, safeMediaType } from './file-name';
import type { FileTransferFailure } from './file-transfer';

/**
 * How files go over one ordered, reliable channel, both ways at once. Text frames are JSON messages of at most 4,096
 * characters, binary frames are chunks: 4 bytes with the file's number, big endian, then 1 to 16,384 bytes of it.
 *
 * Each side numbers the files it sends, upwards from 1. The first message of a side, and the first whenever the channel
 * opens again, is `resume`: which of its files are still open, and the number of this round. Then, per file:
 *
 *     sending side                          receiving side
 *     offer  id, name, size, mediaType  →
 *                                       ←   accept  id, round, from     (or ended)
 *     chunks of the block, block  hash  →
 *                                       ←   stored  id, bytes           once the block is verified and kept
 *     …                                     …
 *     finish  hash                      →
 *                                       ←   ended   id, outcome         `done` once the whole is verified
 *     cancel  id, reason?               →                               at any time
 *
 * A block is 1 MiB, the last one what is left. At most four blocks may be under way unstored. After a `resume` the
 * receiving side says `accept` again for every file it wants more of, `from` the end of what it has stored, and `ended`
 * for those it no longer wants. A first `resume` with `fresh` comes from a side that knows of no file yet; it is
 * answered by a `resume`.
 *
 * `hash` is base64url: of a block its SHA-256, at the end the SHA-256 of the SHA-256s of all blocks, one after the
 * other (the construction of Dropbox's "content hash", https://www.dropbox.com/developers/reference/content-hash, there
 * with 4 MiB blocks): it can be made block by block, and from where a broken transfer goes on.
 */
export type FileMessage = SendingMessage | ReceivingMessage;

/** How a file ended for the receiving side. */
export type FileOutcome = 'done' | 'declined' | 'cancelled' | FileTransferFailure;

/** What a side says about the files it sends. */
export type SendingMessage =
  | { readonly type: 'resume'; readonly round: number; readonly ids: readonly number[]; readonly fresh: boolean }
  | {
      readonly type: 'offer';
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly mediaType: string;
    }
  | { readonly type: 'block' | 'finish'; readonly id: number; readonly hash: string }
  | { readonly type: 'cancel'; readonly id: number; readonly reason?: FileTransferFailure };

/** What a side says about the files it receives. */
export type ReceivingMessage =
  | { readonly type: 'accept'; readonly id: number; readonly round: number; readonly from: number }
  | { readonly type: 'stored'; readonly id: number; readonly bytes: number }
  | { readonly type: 'ended'; readonly id: number; readonly outcome: FileOutcome };

/** Bytes of a file in one frame. */
export const CHUNK_BYTES = 16_384;
/** Bytes hashed, kept and acknowledged at a time. */
export const BLOCK_BYTES = 1_048_576;
/** The most that may be sent and not yet stored, of one file. */
export const WINDOW_BYTES = 4 * BLOCK_BYTES;
/** Files a side may have offered that did not end. */
export const MAX_OPEN_FILES = 8;

const HEADER_BYTES = 4;
const MAX_MESSAGE_LENGTH = 4_096;
const MAX_NUMBER = 0xffff_ffff;

const FAILURES: readonly string[] = [
  'hash-mismatch',
  'read-failed',
  'sink-failed',
  'too-large',
  'too-many',
  'protocol-violation',
] satisfies FileTransferFailure[];

type Fields = Readonly<Record<string, unknown>>;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber = (value: unknown): value is number => isCount(value) && value > 0 && value <= MAX_NUMBER;
const isFailure = (value: unknown): value is FileTransferFailure =>
  typeof value === 'string' && FAILURES.includes(value);
const isOutcome = (value: unknown): value is FileOutcome =>
  value === 'done' || value === 'declined' || value === 'cancelled' || isFailure(value);

/** One reader a type; each takes what it knows and nothing else. */
const READERS: Readonly<Record<string, (fields: Fields, id: number) => FileMessage | undefined>> = {
  offer: ({ name, size, mediaType }, id) =>
    typeof name === 'string' && name.length <= MAX_NAME_LENGTH && isCount(size) && typeof mediaType === 'string'
      ? { type: 'offer', id, name: safeFileName(name), size, mediaType: safeMediaType(mediaType) }
      : undefined,
  block: ({ hash }, id) => (isBase64UrlOf32Bytes(hash) ? { type: 'block', id, hash } : undefined),
  finish: ({ hash }, id) => (isBase64UrlOf32Bytes(hash) ? { type: 'finish', id, hash } : undefined),
  cancel: ({ reason }, id) => {
    if (reason === undefined) return { type: 'cancel', id };
    return isFailure(reason) ? { type: 'cancel', id, reason } : undefined;
  },
  accept: ({ round, from }, id) => (isNumber(round) && isCount(from) ? { type: 'accept', id, round, from } : undefined),
  stored: ({ bytes }, id) => (isCount(bytes) ? { type: 'stored', id, bytes } : undefined),
  ended: ({ outcome }, id) => (isOutcome(outcome) ? { type: 'ended', id, outcome } : undefined),
};

function readResume({ round, ids, fresh }: Fields): FileMessage | undefined {
  if (!isNumber(round) || typeof fresh !== 'boolean') return undefined;
  if (!Array.isArray(ids) || ids.length > MAX_OPEN_FILES || !ids.every(isNumber)) return undefined;
  return { type: 'resume', round, ids, fresh };
}

/** Reads a text frame; undefined when it is no message. Never throws. */
export function parseFileMessage(text: string): FileMessage | undefined {
  if (text.length > MAX_MESSAGE_LENGTH) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // not JSON is one more way of not being a message
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, id, ...fields } = value as Fields;
  if (type === 'resume') return readResume(fields);
  if (typeof type !== 'string' || !Object.hasOwn(READERS, type) || !isNumber(id)) return undefined;
  return READERS[type]?.(fields, id);
}

/** A binary frame. */
export function encodeChunk(id: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(HEADER_BYTES + payload.byteLength);
  new DataView(frame.buffer).setUint32(0, id);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

/** Reads a binary frame, without copying; undefined when it is no chunk. */
export function decodeChunk(frame: ArrayBuffer): { id: number; payload: Uint8Array<ArrayBuffer> } | undefined {
  if (frame.byteLength <= HEADER_BYTES || frame.byteLength > HEADER_BYTES + CHUNK_BYTES) return undefined;
  return { id: new DataView(frame).getUint32(0), payload: new Uint8Array(frame, HEADER_BYTES) };
}
