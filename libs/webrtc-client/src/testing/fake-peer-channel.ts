import type { PeerChannel, PeerChannelEvents } from '../data/peer-channel';
import { utf8Length } from '../data/utf8-length';
import type { Clock } from '../platform';
import { TypedEmitter } from '../typed-emitter';

export interface FakePeerChannelOptions {
  readonly clock: Clock;
  /** Milliseconds from leaving the buffer of one end to arriving at the other. */
  readonly latencyMs?: number;
  /** What leaves a buffer per millisecond, in bytes; everything at once unless told. */
  readonly bytesPerMs?: number;
  readonly label?: string;
}

/** As many bytes, and limits, as a `PeerChannel` has. */
const MAX_BYTES = 65_536;
const MAX_BUFFERED_BYTES = 1_048_576;
const DRAINED_BYTES = 262_144;

type Data = string | Uint8Array<ArrayBuffer>;

/** One end of a `fakePeerChannelPair`. */
export class FakePeerChannel implements PeerChannel {
  isOpen = false;
  bufferedAmount = 0;
  /** The most that ever waited. */
  mostBuffered = 0;
  /** How often `send` was refused while open. */
  refused = 0;
  /** Called for every message `send` takes. */
  onSent: ((data: Data) => void) | undefined;
  readonly label: string;
  readonly #events = new TypedEmitter<PeerChannelEvents>();
  readonly #options: FakePeerChannelOptions;
  /** Messages of an earlier connection are lost. */
  #connection = 0;
  #freeAt = 0;
  #buffer: { readonly data: string | ArrayBuffer; readonly bytes: number }[] = [];
  #peer: FakePeerChannel | undefined;

  constructor(options: FakePeerChannelOptions) {
    this.#options = options;
    this.label = options.label ?? 'files';
  }

  on<K extends keyof PeerChannelEvents>(event: K, listener: (payload: PeerChannelEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  send(data: Data): boolean {
    const bytes = typeof data === 'string' ? utf8Length(data) : data.byteLength;
    if (!this.isOpen) return false;
    if (bytes > MAX_BYTES || this.bufferedAmount + bytes > MAX_BUFFERED_BYTES) {
      this.refused += 1;
      return false;
    }
    this.bufferedAmount += bytes;
    this.mostBuffered = Math.max(this.mostBuffered, this.bufferedAmount);
    this.onSent?.(data);
    this.#carry(typeof data === 'string' ? data : data.slice().buffer, bytes);
    return true;
  }

  connectTo(peer: FakePeerChannel, connection: number): void {
    this.#peer = peer;
    this.#connection = connection;
    this.#freeAt = 0;
    this.#buffer = [];
    this.bufferedAmount = 0;
    this.isOpen = true;
    this.#events.emit('open', true);
  }

  /** This end notices that the connection is gone; the other may not yet. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#buffer = [];
    this.bufferedAmount = 0;
    this.#events.emit('open', false);
  }

  #carry(data: string | ArrayBuffer, bytes: number): void {
    const { clock, latencyMs = 0, bytesPerMs = Infinity } = this.#options;
    const connection = this.#connection;
    this.#freeAt = Math.max(this.#freeAt, clock.now()) + bytes / bytesPerMs;
    this.#buffer.push({ data, bytes });
    clock.setTimeout(() => {
      // The first one, not this one: a real clock may call in another order, a channel keeps to it.
      const first = this.#connection === connection ? this.#buffer.shift() : undefined;
      if (!first) return;
      const before = this.bufferedAmount;
      this.bufferedAmount -= first.bytes;
      clock.setTimeout(() => this.#peer?.deliver(first.data, connection), latencyMs);
      if (before > DRAINED_BYTES && this.bufferedAmount <= DRAINED_BYTES) this.#events.emit('drain', undefined);
    }, this.#freeAt - clock.now());
  }

  deliver(data: string | ArrayBuffer, connection: number): void {
    if (this.isOpen && this.#connection === connection) this.#events.emit('message', data);
  }
}

export interface FakePeerChannelPair {
  readonly a: FakePeerChannel;
  readonly b: FakePeerChannel;
  /** Makes a new connection. What the one before had not delivered is lost. */
  open(): void;
  /** Cuts the connection. Both ends notice, or only one until `open`. */
  close(end?: 'a' | 'b'): void;
}

/** Two ends of a `PeerChannel`, closed at first; messages go when the clock says so. */
export function fakePeerChannelPair(options: FakePeerChannelOptions): FakePeerChannelPair {
  const [a, b] = [new FakePeerChannel(options), new FakePeerChannel(options)];
  let connection = 0;
  const close = (end?: 'a' | 'b'): void => {
    if (end !== 'b') a.close();
    if (end !== 'a') b.close();
  };
  return {
    a,
    b,
    close,
    open: () => {
      close();
      connection += 1;
      a.connectTo(b, connection);
      b.connectTo(a, connection);
    },
  };
}
