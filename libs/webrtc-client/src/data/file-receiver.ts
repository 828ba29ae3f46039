import type { Platform } from '../platform';
import { ContentHash } from './file-hash';
import { BLOCK_BYTES, WINDOW_BYTES, type FileOutcome, type ReceivingMessage } from './file-protocol';
import type { CreateFileSink, FileSink } from './file-sink';
import type { FileStatus } from './file-status';
import type { FileTransferFailure, FileTransferState } from './file-transfer';

export interface FileReceiverOptions {
  /** The file's number on the wire. */
  readonly number: number;
  readonly status: FileStatus;
  readonly sha256: Platform['sha256'];
  readonly createSink: CreateFileSink;
  readonly tell: (message: ReceivingMessage) => void;
  /** Nothing more will be taken. */
  readonly onOver: (outcome: FileOutcome) => void;
}

/** Receives one file. What it holds is bounded by `WINDOW_BYTES` and the block under way, whatever the other side does. */
export class FileReceiver {
  readonly #options: FileReceiverOptions;
  readonly #hash: ContentHash;
  #sink: FileSink | undefined;
  /** Opening, verifying and writing, one after the other. */
  #work: Promise<void> = Promise.resolve();
  #accepted = false;
  /** The round to be answered, or that was. */
  #round: number | undefined;
  #answering = false;
  #receiving = false;
  /** The end of the last block that came completely. */
  #received = 0;
  #stored = 0;
  #block: Uint8Array<ArrayBuffer> | undefined;
  #filled = 0;

  constructor(options: FileReceiverOptions) {
    this.#options = options;
    this.#hash = new ContentHash(options.sha256);
  }

  get status(): FileStatus {
    return this.#options.status;
  }

  get wasAccepted(): boolean {
    return this.#accepted;
  }

  /** The person wants the file. `round`: that of the last `resume`, if the channel is open and it came. */
  accept(isOpen: boolean, round: number | undefined): void {
    if (this.#accepted || this.status.isOver) return;
    this.#accepted = true;
    this.status.set({ status: isOpen ? 'transferring' : 'paused' });
    this.#enqueue(async () => {
      this.#sink = await this.#options.createSink(this.status.info);
    });
    if (round !== undefined) this.resume(round);
  }

  decline(): void {
    if (!this.#accepted) this.#end({ status: 'declined' }, 'declined');
  }

  cancel(): void {
    this.#end({ status: 'cancelled' }, 'cancelled');
  }

  fail(reason: FileTransferFailure, cause?: unknown): void {
    this.#end({ status: 'failed', reason, ...(cause === undefined ? {} : { cause }) }, reason);
  }

  /** The channel closed. */
  pause(): void {
    this.#halt();
    if (this.#accepted) this.status.set({ status: 'paused' });
  }

  /** The sending side asks from where to go on: from the end of what is stored, once what came completely is. */
  resume(round: number): void {
    this.#halt();
    if (!this.#accepted) return;
    this.#round = round;
    if (this.#answering) return;
    this.#answering = true;
    this.#enqueue(() => this.#answer());
  }

  chunk(payload: Uint8Array<ArrayBuffer>): void {
    if (!this.#receiving) return this.fail('protocol-violation');
    const length = Math.min(BLOCK_BYTES, this.status.info.size - this.#received);
    const isFull = this.#received + length - this.#stored > WINDOW_BYTES;
    if (isFull || this.#filled + payload.byteLength > length) return this.fail('protocol-violation');
    this.#block ??= new Uint8Array(length);
    this.#block.set(payload, this.#filled);
    this.#filled += payload.byteLength;
    this.status.progress(this.#received + this.#filled);
  }

  /** The block is complete, and has this hash. */
  block(hash: string): void {
    const block = this.#block;
    if (!this.#receiving || !block || this.#filled !== block.byteLength) return this.fail('protocol-violation');
    this.#received += block.byteLength;
    this.#dropBlock();
    this.#enqueue(() => this.#store(block, hash));
  }

  /** The file is complete, and has this content hash. */
  finish(hash: string): void {
    const isComplete = this.#received === this.status.info.size && !this.#block;
    if (!this.#receiving || !isComplete) return this.fail('protocol-violation');
    this.#receiving = false;
    this.#enqueue(async () => {
      if ((await this.#hash.digest()) !== hash) return this.fail('hash-mismatch');
      const file = await this.#sink?.close();
      if (file) this.#end({ status: 'done', file }, 'done');
    });
  }

  #answer(): void {
    this.#answering = false;
    const round = this.#round;
    if (round === undefined) return;
    this.#receiving = true;
    this.status.restart(this.#stored);
    this.status.set({ status: 'transferring' });
    this.#options.tell({ type: 'accept', id: this.#options.number, round, from: this.#stored });
  }

  async #store(block: Uint8Array<ArrayBuffer>, hash: string): Promise<void> {
    if ((await this.#hash.add(this.#stored / BLOCK_BYTES, block)) !== hash) return this.fail('hash-mismatch');
    if (this.status.isOver) return;
    const length = block.byteLength;
    await this.#sink?.write(block);
    this.#stored += length;
    if (!this.status.isOver) this.#options.tell({ type: 'stored', id: this.#options.number, bytes: this.#stored });
  }

  /** Skipped once the transfer is over. */
  #enqueue(step: () => Promise<void> | void): void {
    this.#work = this.#work.then(async () => {
      if (this.status.isOver) return;
      try {
        await step();
      } catch (cause) {
        this.fail('sink-failed', cause);
      }
    });
  }

  #halt(): void {
    this.#receiving = false;
    this.#round = undefined;
    this.#dropBlock();
  }

  #dropBlock(): void {
    this.#block = undefined;
    this.#filled = 0;
  }

  #end(state: FileTransferState, outcome: FileOutcome): void {
    if (this.status.isOver) return;
    this.#halt();
    this.status.set(state);
    if (state.status !== 'done') this.#work = this.#work.then(() => this.#sink?.abort());
    this.#options.onOver(outcome);
  }
}
