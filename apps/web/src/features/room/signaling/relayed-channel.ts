import { TypedEmitter } from '@ieum/webrtc-client';
import type { Clock, PeerChannel, PeerChannelEvents } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import type { FrameRelay } from './frame-relay';

/** How long two people are without a channel of their own before the server carries what they write, and the pause between tries. */
export const AFTER_MS = 5_000;
/** How long to wait with a frame when the server does not say. */
const RETRY_MS = 1_000;

export interface RelayedChannelOptions {
  /** The peers' own channel: while it is open, nothing goes by way of the server. */
  readonly direct: PeerChannel;
  readonly relay: FrameRelay;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/**
 * A channel to a peer by way of the server. It opens when their own channel was away for `AFTER_MS`, or when the peer
 * says something over it; it closes when their own is there again and nothing more is said here.
 */
export class RelayedChannel implements PeerChannel {
  readonly label: string;
  readonly #options: RelayedChannelOptions;
  readonly #events = new TypedEmitter<PeerChannelEvents>();
  readonly #stops: (() => void)[];
  #queue: Uint8Array<ArrayBuffer>[] = [];
  #open = false;
  /** Whether the server takes nothing of this room, whatever comes. */
  #refused = false;
  #buffered = 0;
  /** Of one opening: what an earlier one sent concerns nobody any more. */
  #opening = 0;
  #sending = false;
  #cancelTimer: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;

  constructor(options: RelayedChannelOptions) {
    this.#options = options;
    const { direct, relay } = options;
    this.label = `${direct.label}-relayed`;
    this.#stops = [
      direct.on('open', (open) => (open ? this.#become(false) : this.#plan())),
      relay.subscribe((frame) => this.#received(frame)),
    ];
    if (!direct.isOpen) this.#plan();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get bufferedAmount(): number {
    return this.#buffered;
  }

  send(data: string | Uint8Array<ArrayBuffer>): boolean {
    if (!this.#open || typeof data === 'string') return false;
    this.#queue.push(data);
    this.#buffered += data.byteLength;
    this.#pump();
    return true;
  }

  on<K extends keyof PeerChannelEvents>(event: K, listener: (payload: PeerChannelEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /** The call is over. */
  close(): void {
    this.#become(false);
    this.#cancelTimer();
    for (const stop of this.#stops) stop();
    this.#events.clear();
  }

  /** A peer who cannot hear this one over their own channel says so by speaking here. */
  #received(frame: ArrayBuffer): void {
    if (this.#refused) return;
    this.#become(true);
    this.#plan();
    this.#events.emit('message', frame);
  }

  /** What is to be so in `AFTER_MS`: open without the direct channel, closed with it. */
  #plan(): void {
    const { direct, clock } = this.#options;
    this.#cancelTimer();
    this.#cancelTimer = clock.setTimeout(() => this.#become(!direct.isOpen), AFTER_MS);
  }

  #become(open: boolean): void {
    if (!open) this.#cancelTimer();
    if (open === this.#open || (open && this.#refused)) return;
    this.#open = open;
    this.#opening += 1;
    this.#cancelRetry();
    this.#queue = [];
    this.#buffered = 0;
    this.#sending = false;
    this.#events.emit('open', open);
  }

  #pump(): void {
    const [frame] = this.#queue;
    if (!frame || this.#sending) return;
    const opening = this.#opening;
    const now = (run: () => void) => () => opening === this.#opening && run();
    this.#sending = true;
    this.#options.relay.send(frame).then(
      now(() => this.#sent(frame)),
      (error: unknown) => now(() => this.#failed(error))(),
    );
  }

  #sent(frame: Uint8Array): void {
    this.#sending = false;
    this.#queue.shift();
    this.#buffered -= frame.byteLength;
    if (this.#queue.length === 0) this.#events.emit('drain', undefined);
    this.#pump();
  }

  /** A frame that is missing would leave the rest without sense: all begins anew, unless the server only wants a pause. */
  #failed(error: unknown): void {
    const known = error instanceof ApiError ? error : null;
    if (known?.code === 'request/rate-limited') {
      this.#cancelRetry = this.#options.clock.setTimeout(() => {
        this.#sending = false;
        this.#pump();
      }, known.retryAfterMs ?? RETRY_MS);
      return;
    }
    if (!known) this.#options.onError(error);
    this.#refused = known?.code === 'documents/not-kept';
    this.#become(false);
    if (!this.#refused && !this.#options.direct.isOpen) this.#plan();
  }
}
