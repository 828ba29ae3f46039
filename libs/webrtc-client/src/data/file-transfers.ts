import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import { FileInbox } from './file-inbox';
import { safeFileName, safeMediaType } from './file-name';
import { FileOutbox } from './file-outbox';
import { decodeChunk, parseFileMessage, type FileMessage } from './file-protocol';
import type { FileReceiver } from './file-receiver';
import type { FileSender } from './file-sender';
import { blobSink, type CreateFileSink } from './file-sink';
import { FileStatus } from './file-status';
import type { FileInfo, FileTransfer } from './file-transfer';
import { FrameQueue } from './flow-control';
import type { PeerChannel } from './peer-channel';

/** The largest file taken unless told otherwise, in bytes: 2 GiB. */
const DEFAULT_MAX_FILE_BYTES = 2 * 1_024 ** 3;

export interface FileTransfersOptions {
  /** Ordered and reliable, and for files alone. */
  readonly channel: PeerChannel;
  readonly platform?: Pick<Platform, 'clock' | 'sha256'>;
  /** Where incoming files go: `blobSink` unless told. */
  readonly createSink?: CreateFileSink;
  /** The largest file that may be offered to this side, in bytes: 2 GiB unless told. */
  readonly maxFileBytes?: number;
}

/** The events of `FileTransfers`, each with its payload. */
export interface FileTransfersEvents {
  /** The other side wants to send a file: `accept` or `decline` it. */
  offered: FileTransfer;
  /** A new state, or progress (every 100 ms at most). The last one of a transfer says how it ended. */
  change: FileTransfer;
  /** What the other side sent makes no sense, or is an offer over the limits. It was dropped. */
  invalid: 'message' | 'chunk' | 'offer';
}

/**
 * Files over one data channel, both ways and several at a time. The other side is asked first. Every MiB is verified
 * and acknowledged, 4 MiB of a file at most are under way; when the channel closes and opens again every file goes on
 * after the last MiB that was kept, and it is handed out only if the whole of it is what was sent.
 *
 * Both sides may be constructed at any time, before or after the channel opened. The wire is described at
 * `FileMessage`.
 */
export class FileTransfers {
  readonly #channel: PeerChannel;
  readonly #platform: Pick<Platform, 'clock' | 'sha256'>;
  readonly #events = new TypedEmitter<FileTransfersEvents>();
  readonly #queue: FrameQueue;
  readonly #outbox: FileOutbox;
  readonly #inbox: FileInbox;
  readonly #stops: (() => void)[];
  #made = 0;
  #introduced = false;
  #closed = false;

  constructor({ channel, platform = browserPlatform(), createSink = blobSink, maxFileBytes }: FileTransfersOptions) {
    this.#channel = channel;
    this.#platform = platform;
    const sha256: Platform['sha256'] = (data) => platform.sha256(data);
    const queue = new FrameQueue(channel, () => this.#failAll());
    this.#queue = queue;
    this.#outbox = new FileOutbox({ queue, sha256 });
    this.#inbox = new FileInbox({
      queue,
      sha256,
      createSink,
      maxFileBytes: maxFileBytes ?? DEFAULT_MAX_FILE_BYTES,
      createStatus: (info) => this.#createStatus('incoming', info),
      onOffered: ({ status }) => this.#events.emit('offered', status.transfer),
    });
    this.#stops = [channel.on('open', this.#onOpen), channel.on('message', this.#onMessage)];
    if (channel.isOpen) this.#onOpen(true);
  }

  /** Those that are not over, in the order they came; what is over is told once, by `change`, and forgotten. */
  get transfers(): FileTransfer[] {
    return this.#open.map(({ status }) => status.transfer).sort((one, other) => one.id - other.id);
  }

  /** Calls `listener` at every `event` until `close()`. Returns the function that stops it. */
  on<K extends keyof FileTransfersEvents>(event: K, listener: (payload: FileTransfersEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /**
   * Offers a file to the other side, as soon as the channel is open; when eight are open already, as soon as one is
   * over. The file is read piece by piece while it is sent, so it must stay as it is.
   * @throws Error after `close()`.
   */
  send(file: Blob & { readonly name?: string }): FileTransfer {
    if (this.#closed) throw new Error('the transfers are closed');
    const info = { name: safeFileName(file.name ?? ''), size: file.size, mediaType: safeMediaType(file.type) };
    const status = this.#createStatus('outgoing', info);
    this.#outbox.add(file, status);
    return status.transfer;
  }

  /** Takes an offered file. False when there is no such offer (any more). */
  accept(id: number): boolean {
    const receiver = this.#offer(id);
    if (receiver) this.#inbox.accept(receiver, this.#channel.isOpen);
    return receiver !== undefined;
  }

  /** Refuses an offered file. False when there is no such offer (any more). */
  decline(id: number): boolean {
    const receiver = this.#offer(id);
    receiver?.decline();
    return receiver !== undefined;
  }

  /** Ends a transfer, of either direction; the other side is told. False when it is over already. */
  cancel(id: number): boolean {
    const transfer = this.#open.find(({ status }) => status.id === id);
    transfer?.cancel();
    return transfer !== undefined;
  }

  /** Cancels what is not over and lets go of the channel. Idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#outbox.close();
    this.#inbox.close();
    for (const stop of this.#stops) stop();
    this.#queue.close();
    this.#events.clear();
  }

  readonly #onOpen = (open: boolean): void => {
    if (open) this.#resume();
    else {
      this.#outbox.pause();
      this.#inbox.pause();
    }
  };

  readonly #onMessage = (data: string | ArrayBuffer): void => {
    if (typeof data !== 'string') {
      const chunk = decodeChunk(data);
      if (!chunk || !this.#inbox.chunk(chunk.id, chunk.payload)) this.#events.emit('invalid', 'chunk');
      return;
    }
    const message = parseFileMessage(data);
    if (!message) this.#events.emit('invalid', 'message');
    else if (!this.#receive(message)) this.#events.emit('invalid', message.type === 'offer' ? 'offer' : 'message');
  };

  #receive(message: FileMessage): boolean {
    switch (message.type) {
      case 'accept':
      case 'stored':
      case 'ended':
        return this.#outbox.receive(message);
      case 'resume':
        this.#inbox.receive(message);
        if (!message.fresh) return true;
        // It may have come into being after what we said when the channel opened.
        this.#outbox.forgotten();
        this.#resume();
        return true;
      default:
        return this.#inbox.receive(message);
    }
  }

  #resume(): void {
    const fresh = !this.#introduced;
    this.#introduced = true;
    this.#outbox.resume({ fresh });
  }

  get #open(): (FileSender | FileReceiver)[] {
    return [...this.#outbox.senders, ...this.#inbox.receivers];
  }

  #offer(id: number): FileReceiver | undefined {
    return this.#inbox.receivers.find(({ status }) => status.id === id && status.state.status === 'offered');
  }

  #createStatus(direction: FileTransfer['direction'], info: FileInfo): FileStatus {
    this.#made += 1;
    const { clock } = this.#platform;
    return new FileStatus({
      id: this.#made,
      direction,
      info,
      clock,
      onChange: (transfer) => this.#events.emit('change', transfer),
    });
  }

  #failAll(): void {
    for (const transfer of this.#open) transfer.fail('protocol-violation');
  }
}
