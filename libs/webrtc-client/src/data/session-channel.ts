import { TypedEmitter } from '../typed-emitter';
import type { PeerChannel, PeerChannelEvents, PeerChannelSpec } from './peer-channel';
import { utf8Length } from './utf8-length';

/** The largest message, sent or received, in bytes (of UTF-8, for a text). */
export const MAX_MESSAGE_BYTES = 65_536;

/** How much of what was sent may wait in the browser before `send` refuses, in bytes. */
export const MAX_BUFFERED_BYTES = 1_048_576;

/** Below this many waiting bytes a channel says `drain`. */
const DRAINED_BYTES = 262_144;

/** RFC 9260 §3.3.10.12: the other side closed on purpose; browsers report it as an error all the same. */
const USER_INITIATED_ABORT = 12;

export interface SessionChannelOptions extends PeerChannelSpec {
  /** Both sides use the same number, so that no message has to open the channel (RFC 8832 §3.1). */
  readonly id: number;
  readonly maxMessageBytes?: number;
  /** An oversized message came; it was dropped. */
  readonly onInvalid: () => void;
  readonly onFailure: (cause: unknown) => void;
}

/** An `RTCDataChannel` (W3C WebRTC §6) with bounded messages and memory, that outlives the connection below it. */
export class SessionChannel implements PeerChannel {
  readonly #options: SessionChannelOptions;
  readonly #events = new TypedEmitter<PeerChannelEvents>();
  readonly #maxBytes: number;
  #channel: RTCDataChannel | undefined;
  #open = false;

  constructor(options: SessionChannelOptions) {
    this.#options = options;
    this.#maxBytes = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
  }

  get label(): string {
    return this.#options.label;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Whether a small `send` would be taken. */
  get canSend(): boolean {
    return this.#open && this.bufferedAmount < MAX_BUFFERED_BYTES;
  }

  get bufferedAmount(): number {
    return this.#channel?.bufferedAmount ?? 0;
  }

  on<K extends keyof PeerChannelEvents>(event: K, listener: (payload: PeerChannelEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  send(data: string | Uint8Array<ArrayBuffer>): boolean {
    const channel = this.#channel;
    if (!this.#open || channel?.readyState !== 'open') return false;
    const bytes = typeof data === 'string' ? utf8Length(data) : data.byteLength;
    if (bytes > this.#maxBytes || channel.bufferedAmount + bytes > MAX_BUFFERED_BYTES) return false;
    if (typeof data === 'string') channel.send(data);
    else channel.send(data);
    return true;
  }

  /** Goes on over this connection; the one before is let go of. */
  attach(connection: RTCPeerConnection): void {
    this.detach();
    const { label, id, ordered = true, maxRetransmits } = this.#options;
    const channel = connection.createDataChannel(label, {
      negotiated: true,
      id,
      ordered,
      ...(maxRetransmits === undefined ? {} : { maxRetransmits }),
    });
    this.#channel = channel;
    channel.binaryType = 'arraybuffer';
    channel.bufferedAmountLowThreshold = DRAINED_BYTES;
    channel.addEventListener('open', this.#onOpen);
    channel.addEventListener('close', this.#onClose);
    channel.addEventListener('message', this.#onMessage);
    channel.addEventListener('bufferedamountlow', this.#onDrain);
    channel.addEventListener('error', this.#onError);
  }

  /** Closes what is below; listeners stay. */
  detach(): void {
    const channel = this.#channel;
    if (!channel) return;
    this.#channel = undefined;
    channel.removeEventListener('open', this.#onOpen);
    channel.removeEventListener('close', this.#onClose);
    channel.removeEventListener('message', this.#onMessage);
    channel.removeEventListener('bufferedamountlow', this.#onDrain);
    channel.removeEventListener('error', this.#onError);
    channel.close();
    this.#setOpen(false);
  }

  /** For good: the last event is `open` with false, if it was open. */
  close(): void {
    this.detach();
    this.#events.clear();
  }

  readonly #onOpen = (): void => this.#setOpen(true);
  readonly #onClose = (): void => this.#setOpen(false);
  readonly #onDrain = (): void => this.#events.emit('drain', undefined);

  #setOpen(open: boolean): void {
    if (this.#open === open) return;
    this.#open = open;
    this.#events.emit('open', open);
  }

  readonly #onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data === 'string' ? utf8Length(data) <= this.#maxBytes : isSmallBuffer(data, this.#maxBytes)) {
      this.#events.emit('message', data as string | ArrayBuffer);
    } else this.#options.onInvalid();
  };

  readonly #onError = ({ error }: RTCErrorEvent): void => {
    if (error.sctpCauseCode !== USER_INITIATED_ABORT) this.#options.onFailure(error);
  };
}

function isSmallBuffer(data: unknown, maxBytes: number): boolean {
  return data instanceof ArrayBuffer && data.byteLength <= maxBytes;
}
