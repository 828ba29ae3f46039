import { TypedEmitter } from '@ieum/webrtc-client';
import type { PeerChannel, PeerChannelEvents } from '@ieum/webrtc-client';

/** What is kept at most, in bytes or characters: a hundred times what two pages of ours say before they are answered. */
export const MAX_HELD = 1_048_576;
/** Counted for each message besides what is in it: an empty one costs memory, too, and somebody may send millions. */
export const MESSAGE_COST = 64;

/**
 * A channel whose messages wait until their reader is there. What had come before the channel closed is lost, as it is
 * on any channel; when more comes than is kept, everything is lost until it opens again, for a gap would be worse.
 */
export class HeldChannel implements PeerChannel {
  readonly #channel: PeerChannel;
  readonly #events = new TypedEmitter<PeerChannelEvents>();
  readonly #stops: (() => void)[];
  #held: (string | ArrayBuffer)[] | null = [];
  #size = 0;

  /** `onHeld`: somebody should come and read. */
  constructor(channel: PeerChannel, onHeld: () => void) {
    this.#channel = channel;
    this.#stops = [
      channel.on('open', (open) => {
        if (!open) this.#forget();
        this.#events.emit('open', open);
      }),
      channel.on('drain', () => this.#events.emit('drain', undefined)),
      channel.on('message', (message) => {
        if (!this.#held) return this.#events.emit('message', message);
        this.#size += MESSAGE_COST + (typeof message === 'string' ? message.length : message.byteLength);
        if (this.#size > MAX_HELD) this.#held = [];
        else this.#held.push(message);
        onHeld();
      }),
    ];
  }

  get label(): string {
    return this.#channel.label;
  }

  get isOpen(): boolean {
    return this.#channel.isOpen;
  }

  get bufferedAmount(): number {
    return this.#channel.bufferedAmount;
  }

  /** Whether something waits to be read. */
  get isWaiting(): boolean {
    return this.#held !== null && this.#held.length > 0;
  }

  send(data: string | Uint8Array<ArrayBuffer>): boolean {
    return this.#channel.send(data);
  }

  on<K extends keyof PeerChannelEvents>(event: K, listener: (payload: PeerChannelEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /** The reader is there: it gets what waited, and from now on all that comes. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const message of held) this.#events.emit('message', message);
  }

  /** The call is over. */
  close(): void {
    for (const stop of this.#stops) stop();
    this.#forget();
    this.#events.clear();
  }

  #forget(): void {
    if (this.#held) this.#held = [];
    this.#size = 0;
  }
}
