import type { PeerChannel } from './peer-channel';

/**
 * Frames wait here while this many bytes wait in the browser: enough to keep a fast path busy, and a quarter of what a
 * channel takes is left for messages. Above what a channel calls drained (256 KiB), or nothing would go on.
 */
export const HIGH_WATER_BYTES = 786_432;

/** More messages than two sides that keep to the protocol ever have waiting. */
export const MAX_WAITING_MESSAGES = 256;

interface WaitingFrame {
  readonly frame: Uint8Array<ArrayBuffer>;
  readonly resolve: (sent: boolean) => void;
}

/**
 * Lets several senders share a `PeerChannel` without filling it: messages first, then frames in the order they came, so
 * that senders which wait for one frame before handing in the next take turns. When the channel closes, all that waits
 * is dropped.
 */
export class FrameQueue {
  readonly #channel: PeerChannel;
  readonly #onOverflow: () => void;
  readonly #stops: (() => void)[];
  readonly #messages: string[] = [];
  readonly #frames: WaitingFrame[] = [];
  #closed = false;

  /** `onOverflow`: the other side makes us answer and takes no answers; a message was dropped. */
  constructor(channel: PeerChannel, onOverflow: () => void) {
    this.#channel = channel;
    this.#onOverflow = onOverflow;
    this.#stops = [channel.on('drain', () => this.#pump()), channel.on('open', (open) => !open && this.#drop())];
  }

  /** Dropped while the channel is closed. */
  sendMessage(text: string): void {
    if (this.#closed || !this.#channel.isOpen) return;
    if (this.#messages.length >= MAX_WAITING_MESSAGES) return this.#onOverflow();
    this.#messages.push(text);
    this.#pump();
  }

  /** True once the frame is in the browser's hands; false when it was dropped. */
  sendFrame(frame: Uint8Array<ArrayBuffer>): Promise<boolean> {
    if (this.#closed || !this.#channel.isOpen) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#frames.push({ frame, resolve });
      this.#pump();
    });
  }

  /** Drops the frames that wait. */
  dropFrames(): void {
    for (const { resolve } of this.#frames.splice(0)) resolve(false);
  }

  /** Nothing is sent from now on. */
  close(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#drop();
  }

  #drop(): void {
    this.#messages.length = 0;
    this.dropFrames();
  }

  #pump(): void {
    for (let text = this.#messages[0]; text !== undefined; text = this.#messages[0]) {
      if (!this.#channel.send(text)) return;
      this.#messages.shift();
    }
    for (let next = this.#frames[0]; next; next = this.#frames[0]) {
      if (this.#channel.bufferedAmount >= HIGH_WATER_BYTES || !this.#channel.send(next.frame)) return;
      this.#frames.shift();
      next.resolve(true);
    }
  }
}
