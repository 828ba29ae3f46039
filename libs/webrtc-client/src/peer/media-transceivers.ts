import type { LocalMedia } from '../media/local-media';
import { PeerSessionError } from './peer-session-error';

/** What a session needs of `LocalMedia`. */
export type MediaSource = Pick<LocalMedia, 'stream' | 'state' | 'on'>;

export interface MediaTransceiversOptions {
  readonly connection: RTCPeerConnection;
  readonly media: MediaSource | undefined;
  readonly onError: (error: PeerSessionError) => void;
}

const KINDS = ['audio', 'video'] as const;
type Kind = (typeof KINDS)[number];

/**
 * One audio and one video transceiver, `sendrecv` for the whole call whether or not there is a device, so that a
 * microphone or camera that comes, goes or changes is a `replaceTrack` and never a negotiation (W3C WebRTC §5.2).
 */
export class MediaTransceivers {
  readonly #options: MediaTransceiversOptions;
  readonly #transceivers = new Map<Kind, RTCRtpTransceiver>();
  #tail: Promise<void> = Promise.resolve();

  constructor(options: MediaTransceiversOptions) {
    this.#options = options;
  }

  /** For the side that makes the first offer: both media go into it. */
  create(): void {
    const { connection, media } = this.#options;
    for (const kind of KINDS) {
      const init: RTCRtpTransceiverInit = { direction: 'sendrecv', ...(media && { streams: [media.stream] }) };
      this.#transceivers.set(kind, connection.addTransceiver(this.#track(kind) ?? kind, init));
    }
  }

  /**
   * For the side that answers: takes over the transceivers that the remote offer made. Own ones made before would not
   * be matched with the offer's (RFC 8829 §5.10 reuses those of `addTrack` only) and would cost a second negotiation.
   */
  async adopt(): Promise<void> {
    const { connection, media } = this.#options;
    for (const transceiver of connection.getTransceivers()) {
      const { kind } = transceiver.receiver.track;
      if ((kind !== 'audio' && kind !== 'video') || this.#transceivers.has(kind)) continue;
      this.#transceivers.set(kind, transceiver);
      transceiver.direction = 'sendrecv';
      // Both tracks in one stream, so that the receiver keeps lips and voice together.
      if (media) transceiver.sender.setStreams(media.stream);
    }
    await this.sync();
  }

  /** Makes the senders send what the person's devices give now. Never rejects; in order, the last one wins. */
  sync(): Promise<void> {
    this.#tail = this.#tail.then(async () => {
      for (const [kind, { sender }] of this.#transceivers) {
        const track = this.#track(kind);
        if (sender.track === track) continue;
        try {
          await sender.replaceTrack(track);
        } catch (cause) {
          this.#options.onError(new PeerSessionError('track-replace-failed', { cause }));
        }
      }
    });
    return this.#tail;
  }

  #track(kind: Kind): MediaStreamTrack | null {
    const { media } = this.#options;
    const tracks = kind === 'audio' ? media?.stream.getAudioTracks() : media?.stream.getVideoTracks();
    return tracks?.[0] ?? null;
  }
}
