import type { Platform } from '../platform';
import { MAX_OPEN_FILES, type ReceivingMessage, type SendingMessage } from './file-protocol';
import { FileSender } from './file-sender';
import type { FileStatus } from './file-status';
import type { FrameQueue } from './flow-control';

export interface FileOutboxOptions {
  readonly queue: FrameQueue;
  readonly sha256: Platform['sha256'];
}

/** The files this side sends: eight are offered at a time, the others wait for their turn. */
export class FileOutbox {
  readonly #options: FileOutboxOptions;
  /** By number, in the order they were handed in; those that are not over. */
  readonly #senders = new Map<number, FileSender>();
  readonly #offered = new Set<number>();
  #made = 0;
  #round = 0;
  #isOpen = false;

  constructor(options: FileOutboxOptions) {
    this.#options = options;
  }

  get senders(): FileSender[] {
    return [...this.#senders.values()];
  }

  add(file: Blob, status: FileStatus): void {
    this.#made += 1;
    const number = this.#made;
    const { queue, sha256 } = this.#options;
    const tell = (message: SendingMessage): void => {
      // A file the other side never heard of ends without a word.
      if (this.#offered.has(number)) this.#tell(message);
    };
    const onOver = (): void => {
      this.#senders.delete(number);
      this.#offered.delete(number);
      this.#offer();
    };
    const sender = new FileSender({ number, file, status, sha256, queue, tell, onOver });
    this.#senders.set(number, sender);
    this.#offer();
  }

  /** The channel opened, or the other side asks: tells it which files are open, and starts a round. */
  resume({ fresh }: { fresh: boolean }): void {
    this.#isOpen = true;
    this.#round += 1;
    this.#options.queue.dropFrames();
    this.#tell({ type: 'resume', round: this.#round, ids: [...this.#offered], fresh });
    for (const number of this.#offered) {
      const sender = this.#senders.get(number);
      sender?.pause();
      if (!sender?.wasAccepted) sender?.offer();
    }
    this.#offer();
  }

  /** The channel closed. */
  pause(): void {
    this.#isOpen = false;
    for (const sender of this.senders) sender.pause();
  }

  /** The other side began anew and knows nothing of what it accepted. */
  forgotten(): void {
    for (const sender of this.senders) if (sender.wasAccepted) sender.ended('cancelled');
  }

  /** Cancels everything. */
  close(): void {
    this.#isOpen = false;
    for (const sender of this.senders) sender.cancel();
  }

  /** False when it is about a file that was never offered. */
  receive(message: ReceivingMessage): boolean {
    // One about a file that is over was under way when it ended.
    if (message.id > this.#made) return false;
    const sender = this.#offered.has(message.id) ? this.#senders.get(message.id) : undefined;
    if (message.type === 'stored') sender?.stored(message.bytes);
    else if (message.type === 'ended') sender?.ended(message.outcome);
    else if (message.round === this.#round) sender?.accept(message.from);
    return true;
  }

  #offer(): void {
    for (const [number, sender] of this.#senders) {
      if (!this.#isOpen || this.#offered.size >= MAX_OPEN_FILES) return;
      if (this.#offered.has(number)) continue;
      this.#offered.add(number);
      sender.offer();
    }
  }

  #tell(message: SendingMessage): void {
    this.#options.queue.sendMessage(JSON.stringify(message));
  }
}
