import { utf8Length } from './utf8-length';

export interface TextChannelOptions {
  readonly channel: RTCDataChannel;
  /** The largest message, sent or received, in bytes of UTF-8. */
  readonly maxMessageBytes: number;
  /** How much may wait in the browser before `send` refuses, in bytes. */
  readonly maxBufferedBytes: number;
  readonly onOpen: (open: boolean) => void;
  readonly onMessage: (text: string) => void;
  /** A binary or oversized message came; it was dropped. */
  readonly onInvalid: () => void;
  readonly onFailure: (cause: unknown) => void;
}

/** RFC 9260 §3.3.10.12: the other side closed on purpose; browsers report it as an error all the same. */
const USER_INITIATED_ABORT = 12;

/** An `RTCDataChannel` (W3C WebRTC §6) for texts of bounded size, with bounded memory for those that wait. */
export class TextChannel {
  readonly #options: TextChannelOptions;
  #open = false;

  constructor(options: TextChannelOptions) {
    this.#options = options;
    const { channel } = options;
    channel.addEventListener('open', this.#onOpen);
    channel.addEventListener('close', this.#onClose);
    channel.addEventListener('message', this.#onMessage);
    channel.addEventListener('error', this.#onError);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get canSend(): boolean {
    return this.#open && this.#options.channel.bufferedAmount < this.#options.maxBufferedBytes;
  }

  /** False, and nothing sent, when the channel is not open, too much is waiting, or the text is too long. */
  send(text: string): boolean {
    const { channel, maxMessageBytes, maxBufferedBytes } = this.#options;
    if (!this.#open || channel.readyState !== 'open') return false;
    const bytes = utf8Length(text);
    if (bytes > maxMessageBytes || channel.bufferedAmount + bytes > maxBufferedBytes) return false;
    channel.send(text);
    return true;
  }

  close(): void {
    const { channel } = this.#options;
    this.#open = false;
    channel.removeEventListener('open', this.#onOpen);
    channel.removeEventListener('close', this.#onClose);
    channel.removeEventListener('message', this.#onMessage);
    channel.removeEventListener('error', this.#onError);
    channel.close();
  }

  readonly #onOpen = (): void => this.#setOpen(true);
  readonly #onClose = (): void => this.#setOpen(false);

  #setOpen(open: boolean): void {
    if (this.#open === open) return;
    this.#open = open;
    this.#options.onOpen(open);
  }

  readonly #onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data !== 'string' || utf8Length(data) > this.#options.maxMessageBytes) this.#options.onInvalid();
    else this.#options.onMessage(data);
  };

  readonly #onError = ({ error }: RTCErrorEvent): void => {
    if (error.sctpCauseCode !== USER_INITIATED_ABORT) this.#options.onFailure(error);
  };
}
