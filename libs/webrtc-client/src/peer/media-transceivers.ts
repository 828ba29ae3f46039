import type { LocalMedia } from '../media/local-media';
import type { ScreenSource } from '../media/screen-share';
import { PeerSessionError } from './peer-session-error';
import type { VideoLimits } from './video-limits';

/** What a session needs of `LocalMedia`. */
export type MediaSource = Pick<LocalMedia, 'stream' | 'state' | 'on'>;

export interface MediaTransceiversOptions {
  readonly connection: RTCPeerConnection;
  readonly media: MediaSource | undefined;
  readonly screen: ScreenSource | undefined;
  readonly onError: (error: PeerSessionError) => void;
}

/** The m-lines of a session, in the order of its first offer. */
const SLOTS = [
  { name: 'microphone', kind: 'audio', source: 'media' },
  { name: 'camera', kind: 'video', source: 'media' },
  { name: 'screen', kind: 'video', source: 'screen' },
  { name: 'screen-sound', kind: 'audio', source: 'screen' },
] as const;
type Slot = (typeof SLOTS)[number];

/** Which of the remote's two pictures a received track belongs to. */
export type RemoteSource = Slot['source'];

/**
 * Four transceivers, `sendrecv` for the whole call whether or not there is a device, so that a microphone, camera or
 * screen that comes, goes or changes is a `replaceTrack` and never a negotiation (W3C WebRTC §5.2).
 */
export class MediaTransceivers {
  readonly #options: MediaTransceiversOptions;
  readonly #transceivers = new Map<Slot, RTCRtpTransceiver>();
  #tail: Promise<void> = Promise.resolve();
  #limits: VideoLimits | undefined;

  constructor(options: MediaTransceiversOptions) {
    this.#options = options;
  }

  /** For the side that makes the first offer: everything goes into it. */
  create(): void {
    for (const slot of SLOTS) {
      const source = this.#options[slot.source];
      const init: RTCRtpTransceiverInit = { direction: 'sendrecv', ...(source && { streams: [source.stream] }) };
      this.#transceivers.set(slot, this.#options.connection.addTransceiver(this.#track(slot) ?? slot.kind, init));
    }
  }

  /**
   * For the side that answers: takes over the transceivers that the remote offer made. Own ones made before would not
   * be matched with the offer's (RFC 8829 §5.10 reuses those of `addTrack` only) and would cost a second negotiation.
   */
  async adopt(): Promise<void> {
    const offered = this.#options.connection.getTransceivers();
    for (const [index, slot] of SLOTS.entries()) {
      const transceiver = offered[index];
      if (!transceiver || transceiver.receiver.track.kind !== slot.kind || this.#transceivers.has(slot)) continue;
      this.#transceivers.set(slot, transceiver);
      transceiver.direction = 'sendrecv';
      const source = this.#options[slot.source];
      // Both tracks in one stream, so that the receiver keeps lips and voice together.
      if (source) transceiver.sender.setStreams(source.stream);
    }
    await this.sync();
  }

  /** Where a received track belongs: by its m-line, which both sides count alike. */
  sourceOf(transceiver: RTCRtpTransceiver): RemoteSource {
    return SLOTS[this.#options.connection.getTransceivers().indexOf(transceiver)]?.source ?? 'media';
  }

  /** Makes the senders send what the person's devices give now. Never rejects; in order, the last one wins. */
  sync(): Promise<void> {
    return this.#inOrder('track-replace-failed', async (slot, { sender }) => {
      const track = this.#track(slot);
      if (sender.track !== track) await sender.replaceTrack(track);
    });
  }

  /** Bounds the camera's picture. Never rejects. */
  limit(limits: VideoLimits): Promise<void> {
    this.#limits = limits;
    return this.#inOrder('video-limits-failed', async (slot, { sender }) => {
      if (slot.name !== 'camera' || this.#limits !== limits) return;
      const parameters = sender.getParameters();
      const [encoding] = parameters.encodings;
      if (!encoding) return; // nothing negotiated yet: the session sets them again once it is
      Object.assign(encoding, limits);
      await sender.setParameters(parameters);
    });
  }

  #inOrder(
    reason: 'track-replace-failed' | 'video-limits-failed',
    step: (slot: Slot, transceiver: RTCRtpTransceiver) => Promise<void>,
  ): Promise<void> {
    this.#tail = this.#tail.then(async () => {
      for (const [slot, transceiver] of this.#transceivers) {
        try {
          await step(slot, transceiver);
        } catch (cause) {
          this.#options.onError(new PeerSessionError(reason, { cause }));
        }
      }
    });
    return this.#tail;
  }

  #track({ kind, source }: Slot): MediaStreamTrack | null {
    const stream = this.#options[source]?.stream;
    const tracks = kind === 'audio' ? stream?.getAudioTracks() : stream?.getVideoTracks();
    return tracks?.[0] ?? null;
  }
}
