import type { Platform } from '../platform';
import { ContentHash } from './file-hash';
import {
  BLOCK_BYTES,
  CHUNK_BYTES,
  encodeChunk,
  WINDOW_BYTES,
  type FileOutcome,
  type SendingMessage,
} from './file-protocol';
import type { FileStatus } from './file-status';
import type { FileTransferFailure, FileTransferState } from './file-transfer';
import type { FrameQueue } from './flow-control';

export interface FileSenderOptions {
  /** The file's number on the wire. */
  readonly number: number;
  readonly file: Blob;
  readonly status: FileStatus;
  readonly sha256: Platform['sha256'];
  readonly queue: FrameQueue;
  readonly tell: (message: SendingMessage) => void;
  /** Nothing more will be sent. */
  readonly onOver: () => void;
}

/** Sends one file: at most one block of it is read at a time, at most `WINDOW_BYTES` are sent and not yet stored. */
export class FileSender {
  readonly #options: FileSenderOptions;
  readonly #hash: ContentHash;
  /** One pass over the file; another round, or the end, replaces it, and what it still waits for comes to nothing. */
  #pass: symbol | undefined;
  #accepted = false;
  /** The end of the last block that was sent completely, in any round. */
  #sent = 0;
  #stored = 0;
  #finished = false;
  #wake: (() => void) | undefined;

  constructor(options: FileSenderOptions) {
    this.#options = options;
    this.#hash = new ContentHash(options.sha256);
  }

  get status(): FileStatus {
    return this.#options.status;
  }

  get wasAccepted(): boolean {
    return this.#accepted;
  }

  offer(): void {
    const { number, status, tell } = this.#options;
    const { name, size, mediaType } = status.info;
    tell({ type: 'offer', id: number, name, size, mediaType });
  }

  /** The channel closed, or a new round began: the other side has to say from where it goes on. */
  pause(): void {
    this.#stop();
    if (this.#accepted) this.status.set({ status: 'paused' });
  }

  /** The other side wants the file from this byte on. */
  accept(from: number): void {
    const isBlockEnd = from % BLOCK_BYTES === 0 || from === this.#options.file.size;
    if (this.#pass || !isBlockEnd || from > this.#sent) return this.fail('protocol-violation');
    this.#accepted = true;
    this.#stored = from;
    this.status.restart(from);
    this.status.set({ status: 'transferring' });
    const pass = Symbol();
    this.#pass = pass;
    void this.#send(from, pass);
  }

  /** The other side keeps everything up to this byte. */
  stored(bytes: number): void {
    // One of a round that is over.
    if (!this.#pass) return;
    if (bytes <= this.#stored || bytes > this.#sent) return this.fail('protocol-violation');
    this.#stored = bytes;
    this.#wake?.();
  }

  /** The other side is through with the file. */
  ended(outcome: FileOutcome): void {
    if (outcome === 'done') {
      if (!this.#finished) return this.fail('protocol-violation');
      this.status.restart(this.#options.file.size);
      this.#end({ status: 'done', file: this.#options.file });
    } else if (outcome === 'declined' || outcome === 'cancelled') this.#end({ status: outcome });
    else this.#end({ status: 'failed', reason: outcome });
  }

  cancel(): void {
    this.#end({ status: 'cancelled' }, { type: 'cancel', id: this.#options.number });
  }

  fail(reason: FileTransferFailure, cause?: unknown): void {
    const state: FileTransferState = { status: 'failed', reason, ...(cause === undefined ? {} : { cause }) };
    this.#end(state, { type: 'cancel', id: this.#options.number, reason });
  }

  async #send(from: number, pass: symbol): Promise<void> {
    const { number, file, tell } = this.#options;
    for (let start = from; start < file.size; start += BLOCK_BYTES) {
      const end = Math.min(start + BLOCK_BYTES, file.size);
      await this.#room(end, pass);
      const block = this.#pass === pass ? await this.#read(start, end) : undefined;
      if (!block || !(await this.#sendBlock(block.bytes, start, pass))) return;
      this.#sent = Math.max(this.#sent, end);
      tell({ type: 'block', id: number, hash: block.hash });
    }
    const hash = await this.#hash.digest();
    if (this.#pass !== pass) return;
    this.#finished = true;
    tell({ type: 'finish', id: number, hash });
  }

  /** Until the bytes up to `end` fit into the window. */
  async #room(end: number, pass: symbol): Promise<void> {
    while (this.#pass === pass && end - this.#stored > WINDOW_BYTES) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async #read(start: number, end: number): Promise<{ bytes: Uint8Array<ArrayBuffer>; hash: string } | undefined> {
    try {
      const bytes = new Uint8Array(await this.#options.file.slice(start, end).arrayBuffer());
      if (bytes.byteLength !== end - start) throw new Error('the file is shorter than it was');
      return { bytes, hash: await this.#hash.add(start / BLOCK_BYTES, bytes) };
    } catch (cause) {
      this.fail('read-failed', cause);
      return undefined;
    }
  }

  /** Whether the whole block was handed over. */
  async #sendBlock(block: Uint8Array, start: number, pass: symbol): Promise<boolean> {
    const { number, queue } = this.#options;
    for (let at = 0; at < block.byteLength; at += CHUNK_BYTES) {
      if (this.#pass !== pass) return false;
      const payload = block.subarray(at, at + CHUNK_BYTES);
      if (!(await queue.sendFrame(encodeChunk(number, payload))) || this.#pass !== pass) return false;
      this.status.progress(start + at + payload.byteLength);
    }
    return this.#pass === pass;
  }

  #stop(): void {
    this.#pass = undefined;
    this.#wake?.();
    this.#wake = undefined;
  }

  #end(state: FileTransferState, message?: SendingMessage): void {
    if (this.status.isOver) return;
    this.#stop();
    this.status.set(state);
    // Told before the next file is offered, which takes its place.
    if (message) this.#options.tell(message);
    this.#options.onOver();
  }
}
