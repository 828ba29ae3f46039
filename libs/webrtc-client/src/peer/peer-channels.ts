import { encodeMediaMessage, MAX_CONTROL_BYTES, parseMediaMessage, type RemoteMedia } from '../data/control-message';
import { TextChannel } from '../data/text-channel';
import { PeerSessionError } from './peer-session-error';

/** The largest application message, sent or received, in bytes of UTF-8. */
export const MAX_MESSAGE_BYTES = 65_536;

/** How much of what was sent may wait in the browser before `send` refuses, in bytes. */
export const MAX_BUFFERED_BYTES = 1_048_576;

export interface PeerChannelsOptions {
  readonly connection: RTCPeerConnection;
  readonly onRemoteMedia: (media: RemoteMedia) => void;
  readonly onControlOpen: () => void;
  readonly onMessage: (data: string) => void;
  readonly onOpen: (open: boolean) => void;
  readonly onError: (error: PeerSessionError) => void;
}

/**
 * The session's two data channels, both ordered and reliable, both negotiated by number (RFC 8832 §3.1 leaves that to
 * the application), so that they are part of the first offer and open without a message of their own:
 * 0 tells the remote mute state, 1 is the application's.
 */
export class PeerChannels {
  readonly #control: TextChannel;
  readonly #application: TextChannel;

  constructor(options: PeerChannelsOptions) {
    const { connection, onError } = options;
    const onFailure = (cause: unknown): void => onError(new PeerSessionError('channel-failed', { cause }));
    const controlInvalid = (): void => onError(new PeerSessionError('control-message-invalid'));
    this.#control = new TextChannel({
      channel: connection.createDataChannel('control', { negotiated: true, id: 0 }),
      maxMessageBytes: MAX_CONTROL_BYTES,
      maxBufferedBytes: MAX_BUFFERED_BYTES,
      onOpen: (open) => open && options.onControlOpen(),
      onMessage: (text) => {
        const media = parseMediaMessage(text);
        if (media) options.onRemoteMedia(media);
        else controlInvalid();
      },
      onInvalid: controlInvalid,
      onFailure,
    });
    this.#application = new TextChannel({
      channel: connection.createDataChannel('application', { negotiated: true, id: 1 }),
      maxMessageBytes: MAX_MESSAGE_BYTES,
      maxBufferedBytes: MAX_BUFFERED_BYTES,
      onOpen: options.onOpen,
      onMessage: options.onMessage,
      onInvalid: () => onError(new PeerSessionError('message-invalid')),
      onFailure,
    });
  }

  /** Whether the application channel is open. */
  get isOpen(): boolean {
    return this.#application.isOpen;
  }

  get canSend(): boolean {
    return this.#application.canSend;
  }

  send(data: string): boolean {
    return this.#application.send(data);
  }

  /** Tells the other side which devices are on; nothing while the channel is not open (it is told then). */
  tellMedia(media: RemoteMedia): void {
    this.#control.send(encodeMediaMessage(media));
  }

  close(): void {
    this.#control.close();
    this.#application.close();
  }
}
