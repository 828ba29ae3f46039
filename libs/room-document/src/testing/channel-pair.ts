import type { Clock } from '../clock';
import type { DocumentChannel } from '../sync/document-channel';

type Frame = string | ArrayBuffer;
type Listener = (payload?: never) => void;

/** What a `PeerChannel` takes at once, and when it says `drain`. */
const MAX_BUFFERED_BYTES = 1_048_576;
const DRAINED_BYTES = 262_144;

/** One end of a `ChannelPair`. Frames leave at `bytesPerMs` and arrive `latencyMs` later, in order. */
export class ChannelEnd implements DocumentChannel {
  isOpen = false;
  bufferedAmount = 0;
  /** Everything that was sent, over all connections. */
  readonly sent: Uint8Array[] = [];
  readonly #listeners = { open: new Set<Listener>(), message: new Set<Listener>(), drain: new Set<Listener>() };
  readonly #clock: Clock;
  readonly #bytesPerMs: number;
  /** What an earlier connection had not delivered is lost. */
  #connection = 0;
  #freeAt = 0;
  #peer: ChannelEnd | undefined;

  constructor(clock: Clock, bytesPerMs: number) {
    this.#clock = clock;
    this.#bytesPerMs = bytesPerMs;
  }

  get listenerCount(): number {
    return Object.values(this.#listeners).reduce((count, { size }) => count + size, 0);
  }

  get sentBytes(): number {
    return this.sent.reduce((bytes, { byteLength }) => bytes + byteLength, 0);
  }

  on(event: 'open' | 'message' | 'drain', listener: (payload: never) => void): () => void {
    const own = listener as Listener;
    this.#listeners[event].add(own);
    return () => void this.#listeners[event].delete(own);
  }

  send(data: Uint8Array<ArrayBuffer>): boolean {
    if (!this.isOpen || this.bufferedAmount + data.byteLength > MAX_BUFFERED_BYTES) return false;
    this.sent.push(data);
    this.bufferedAmount += data.byteLength;
    const connection = this.#connection;
    this.#freeAt = Math.max(this.#freeAt, this.#clock.now()) + data.byteLength / this.#bytesPerMs;
    this.#clock.setTimeout(() => {
      if (this.#connection !== connection || !this.isOpen) return;
      const before = this.bufferedAmount;
      this.bufferedAmount -= data.byteLength;
      this.#peer?.deliver(data.slice().buffer, connection);
      if (before > DRAINED_BYTES && this.bufferedAmount <= DRAINED_BYTES) this.#emit('drain');
    }, this.#freeAt - this.#clock.now());
    return true;
  }

  open(peer: ChannelEnd, connection: number): void {
    this.#peer = peer;
    this.#connection = connection;
    this.#freeAt = 0;
    this.bufferedAmount = 0;
    this.isOpen = true;
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.bufferedAmount = 0;
    this.#emit('open', false);
  }

  sayOpen(): void {
    if (this.isOpen) this.#emit('open', true);
  }

  /** As if the other side had sent this. */
  deliver(frame: Frame, connection = this.#connection): void {
    if (this.isOpen && this.#connection === connection) this.#emit('message', frame);
  }

  #emit(event: 'open' | 'message' | 'drain', payload?: unknown): void {
    for (const listener of [...this.#listeners[event]]) listener(payload as never);
  }
}

/** Two ends of a channel, closed at first. */
export class ChannelPair {
  readonly a: ChannelEnd;
  readonly b: ChannelEnd;
  #connections = 0;

  constructor(clock: Clock, { bytesPerMs = 2_000 }: { readonly bytesPerMs?: number } = {}) {
    this.a = new ChannelEnd(clock, bytesPerMs);
    this.b = new ChannelEnd(clock, bytesPerMs);
  }

  /** A new connection; what the one before had not delivered is lost. */
  open(): void {
    this.close();
    this.#connections += 1;
    this.a.open(this.b, this.#connections);
    this.b.open(this.a, this.#connections);
    this.a.sayOpen();
    this.b.sayOpen();
  }

  close(): void {
    this.a.close();
    this.b.close();
  }
}
