import type { ScreenSource } from '../media/screen-share';
import type { Clock } from '../platform';
import { MediaTransceivers, type MediaSource, type RemoteSource } from './media-transceivers';
import type { PeerSessionError } from './peer-session-error';
import { linkHealthOf, type LinkHealth } from './peer-state';
import { PerfectNegotiation, type NegotiationMessage } from './perfect-negotiation';
import type { SessionChannels } from './session-channels';
import type { VideoLimits } from './video-limits';

export interface PeerLinkOptions {
  readonly connection: RTCPeerConnection;
  readonly polite: boolean;
  readonly clock: Clock;
  /** When a first offer that was sent ahead may be applied; see `PeerSessionOptions.ahead`. */
  readonly begun?: Promise<void> | undefined;
  readonly media: MediaSource | undefined;
  readonly screen: ScreenSource | undefined;
  readonly channels: SessionChannels;
  readonly send: (message: NegotiationMessage) => void;
  readonly onTrack: (track: MediaStreamTrack, source: RemoteSource) => void;
  /** The health or the state of the negotiation may have changed. */
  readonly onChange: () => void;
  /** No negotiation will succeed on this connection any more. */
  readonly onStuck: () => void;
  readonly onError: (error: PeerSessionError) => void;
}

/**
 * One `RTCPeerConnection` of a session with all that hangs on it. A session has one at a time: when it cannot be mended
 * it is closed, and the next one gets the same tracks and channels.
 */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #negotiation: PerfectNegotiation;
  readonly #transceivers: MediaTransceivers;
  #attached = false;
  #closed = false;

  /** The impolite side's first offer has everything in it (one max-bundle transport, RFC 8843). */
  constructor(options: PeerLinkOptions) {
    this.#options = options;
    const { connection, polite, clock, begun, media, screen, send, onChange, onStuck, onError } = options;
    // What was under way when the link was given up fails, and matters no more.
    const onOpenError = (error: PeerSessionError): void => (this.#closed ? undefined : onError(error));
    this.#transceivers = new MediaTransceivers({ connection, media, screen, onError: onOpenError });
    const beforeAnswer = (): Promise<void> => this.#adoptOffer();
    this.#negotiation = new PerfectNegotiation({
      connection,
      polite,
      clock,
      begun,
      send,
      beforeAnswer,
      onStuck,
      onError,
    });
    connection.addEventListener('connectionstatechange', onChange);
    connection.addEventListener('iceconnectionstatechange', onChange);
    connection.addEventListener('signalingstatechange', onChange);
    connection.addEventListener('track', this.#onTrack);
    if (polite) return;
    this.#transceivers.create();
    this.#attachChannels();
  }

  get health(): LinkHealth {
    const { connectionState, iceConnectionState } = this.#options.connection;
    const health = linkHealthOf(connectionState, iceConnectionState);
    return health === 'pending' && !this.wasNegotiated ? 'idle' : health;
  }

  /** Whether somebody closed the connection under us. Firefox then throws where it is asked for a description. */
  get isClosed(): boolean {
    return this.#options.connection.connectionState === 'closed';
  }

  /** Whether our offer waits for its answer. */
  get isUnanswered(): boolean {
    return this.#options.connection.signalingState === 'have-local-offer';
  }

  /** Whether a first offer was answered, or is about to be; of a closed connection nobody knows. */
  get wasNegotiated(): boolean {
    return this.isClosed || this.#options.connection.remoteDescription !== null;
  }

  /** Both descriptions as they are agreed on; undefined before that, and once the connection is closed. */
  get agreedSdp(): { local: string; remote: string } | undefined {
    if (this.isClosed) return undefined;
    const { currentLocalDescription: local, currentRemoteDescription: remote } = this.#options.connection;
    return local && remote ? { local: local.sdp, remote: remote.sdp } : undefined;
  }

  receive(message: NegotiationMessage): void {
    void this.#negotiation.receive(message);
  }

  restartIce(): void {
    this.#options.connection.restartIce();
  }

  /** From the next gathering of candidates on. */
  configure(change: Pick<RTCConfiguration, 'iceServers' | 'iceTransportPolicy'>): void {
    const { connection } = this.#options;
    connection.setConfiguration({ ...connection.getConfiguration(), ...change });
  }

  getStats(): Promise<RTCStatsReport> {
    return this.#options.connection.getStats();
  }

  /** Sends what the person's devices give now. */
  sync(): void {
    void this.#transceivers.sync();
  }

  limit(limits: VideoLimits): void {
    void this.#transceivers.limit(limits);
  }

  close(): void {
    this.#closed = true;
    const { connection, onChange } = this.#options;
    connection.removeEventListener('connectionstatechange', onChange);
    connection.removeEventListener('iceconnectionstatechange', onChange);
    connection.removeEventListener('signalingstatechange', onChange);
    connection.removeEventListener('track', this.#onTrack);
    this.#negotiation.close();
    connection.close();
  }

  async #adoptOffer(): Promise<void> {
    if (!this.#options.polite) return;
    await this.#transceivers.adopt();
    if (!this.#closed) this.#attachChannels();
  }

  #attachChannels(): void {
    if (this.#attached) return;
    this.#attached = true;
    this.#options.channels.attach(this.#options.connection);
  }

  readonly #onTrack = ({ track, transceiver }: RTCTrackEvent): void =>
    this.#options.onTrack(track, this.#transceivers.sourceOf(transceiver));
}
