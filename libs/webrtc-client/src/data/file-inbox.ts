import type { Platform } from '../platform';
import { MAX_OPEN_FILES, type FileOutcome, type ReceivingMessage, type SendingMessage } from './file-protocol';
import { FileReceiver } from './file-receiver';
import type { CreateFileSink } from './file-sink';
import type { FileStatus } from './file-status';
import type { FileInfo } from './file-transfer';
import type { FrameQueue } from './flow-control';

/** Outcomes remembered, for when the other side asks again: more than can be open on both sides together. */
const MAX_REMEMBERED = 64;

export interface FileInboxOptions {
  readonly queue: FrameQueue;
  readonly sha256: Platform['sha256'];
  readonly createSink: CreateFileSink;
  /** Bytes. */
  readonly maxFileBytes: number;
  readonly createStatus: (info: FileInfo) => FileStatus;
  /** To be asked the person. */
  readonly onOffered: (receiver: FileReceiver) => void;
}

/** The files the other side sends. Whatever it does, eight are open at most. */
export class FileInbox {
  readonly #options: FileInboxOptions;
  /** By number; those that are not over. */
  readonly #receivers = new Map<number, FileReceiver>();
  readonly #outcomes = new Map<number, FileOutcome>();
  #latest = 0;
  /** Undefined until the other side said which files are open. */
  #round: number | undefined;

  constructor(options: FileInboxOptions) {
    this.#options = options;
  }

  get receivers(): FileReceiver[] {
    return [...this.#receivers.values()];
  }

  accept(receiver: FileReceiver, isOpen: boolean): void {
    receiver.accept(isOpen, this.#round);
  }

  /** Cancels everything. */
  close(): void {
    for (const receiver of this.receivers) receiver.cancel();
  }

  /** The channel closed. */
  pause(): void {
    this.#round = undefined;
    for (const receiver of this.receivers) receiver.pause();
  }

  /** False when it is about a file that was never offered, or an offer that is refused. */
  receive(message: SendingMessage): boolean {
    if (message.type === 'resume') this.#resume(message.round, message.ids, message.fresh);
    else if (message.type === 'offer') return this.#offered(message.id, message);
    else if (!this.#knows(message.id)) return false;
    else if (message.type === 'cancel') this.#cancelled(message.id, message.reason);
    else if (message.type === 'block') this.#receivers.get(message.id)?.block(message.hash);
    else this.#receivers.get(message.id)?.finish(message.hash);
    return true;
  }

  /** False when it belongs to a file that was never offered. */
  chunk(id: number, payload: Uint8Array<ArrayBuffer>): boolean {
    this.#receivers.get(id)?.chunk(payload);
    return this.#knows(id);
  }

  /** What is about a file that is over, or was meant for whoever had the channel before, was under way meanwhile. */
  #knows(id: number): boolean {
    return id <= this.#latest || this.#round === undefined;
  }

  #resume(round: number, ids: readonly number[], fresh: boolean): void {
    // What the other side does not name it has given up, or never knew: it need not be told.
    this.#round = undefined;
    for (const [number, receiver] of [...this.#receivers]) {
      if (fresh || !ids.includes(number)) receiver.cancel();
    }
    this.#round = round;
    if (fresh) {
      this.#outcomes.clear();
      this.#latest = 0;
    }
    for (const id of ids) {
      const receiver = this.#receivers.get(id);
      if (receiver) receiver.resume(round);
      else if (id <= this.#latest) this.#tellOutcome(id);
    }
  }

  #offered(id: number, { name, size, mediaType }: FileInfo): boolean {
    if (this.#receivers.has(id)) return true;
    if (id <= this.#latest) {
      this.#tellOutcome(id);
      return true;
    }
    this.#latest = id;
    const isTooLarge = size > this.#options.maxFileBytes;
    if (isTooLarge || this.#receivers.size >= MAX_OPEN_FILES) {
      this.#over(id, isTooLarge ? 'too-large' : 'too-many');
      return false;
    }
    const { sha256, createSink, createStatus, onOffered } = this.#options;
    const receiver = new FileReceiver({
      number: id,
      status: createStatus({ name, size, mediaType }),
      sha256,
      createSink,
      tell: (message) => this.#tell(message),
      onOver: (outcome) => this.#over(id, outcome),
    });
    this.#receivers.set(id, receiver);
    onOffered(receiver);
    return true;
  }

  #cancelled(id: number, reason: (SendingMessage & { type: 'cancel' })['reason']): void {
    const receiver = this.#receivers.get(id);
    if (reason === undefined) receiver?.cancel();
    else receiver?.fail(reason);
  }

  #over(id: number, outcome: FileOutcome): void {
    this.#receivers.delete(id);
    this.#outcomes.set(id, outcome);
    for (const oldest of this.#outcomes.keys()) {
      if (this.#outcomes.size <= MAX_REMEMBERED) break;
      this.#outcomes.delete(oldest);
    }
    this.#tellOutcome(id);
  }

  #tellOutcome(id: number): void {
    this.#tell({ type: 'ended', id, outcome: this.#outcomes.get(id) ?? 'cancelled' });
  }

  #tell(message: ReceivingMessage): void {
    // Before the other side said which files are open it asks again anyway.
    if (this.#round !== undefined) this.#options.queue.sendMessage(JSON.stringify(message));
  }
}
