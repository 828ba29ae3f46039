import type { RemoteMedia } from '../data/control-message';
import { browserPlatform, type Platform } from '../platform';
import { ConnectionSupervisor } from '../reconnect/connection-supervisor';
import { backoffPolicy, type ReconnectPolicy } from '../reconnect/reconnect-policy';
import type { SignalingChannel, SignalMessage } from '../signaling-channel';
import { TypedEmitter } from '../typed-emitter';
import { MediaTransceivers, type MediaSource } from './media-transceivers';
import { PeerChannels } from './peer-channels';
import { PeerSessionError } from './peer-session-error';
import { linkHealthOf, peerStateOf, type PeerState } from './peer-state';
import { PerfectNegotiation } from './perfect-negotiation';

/** The events of a `PeerSession`, each with its payload. */
export interface PeerSessionEvents {
  state: PeerState;
  /** The remote person turned a device on or off; also told once after connecting. */
  'remote-media': RemoteMedia;
  /** A remote track was added to `remoteStream`. */
  'remote-track': MediaStreamTrack;
  /** The other side's `send`. */
  message: string;
  /** The application channel opened or closed. */
  channel: boolean;
  error: PeerSessionError;
}

export interface PeerSessionOptions {
  /** Exactly one of the two peers is polite; let the server decide. The impolite one makes the first offer. */
  readonly polite: boolean;
  readonly signaling: SignalingChannel;
  /** The person's devices; followed as they change, never closed. Without it nothing is sent, both media are received. */
  readonly media?: MediaSource | undefined;
  readonly iceServers?: RTCIceServer[] | undefined;
  /** `relay` hides both peers' addresses from each other; it needs a TURN server (RFC 8828 §5.2, mode 4). */
  readonly iceTransportPolicy?: RTCIceTransportPolicy | undefined;
  readonly reconnectPolicy?: ReconnectPolicy | undefined;
  readonly platform?: Platform | undefined;
}

/**
 * A call with one remote peer: media both ways, two data channels, and a path that is looked for again when it is lost.
 * Starts when constructed; add listeners in the same turn to see every event. Everything is in the first offer
 * (one max-bundle transport, RFC 8843), so that nothing later negotiates but ICE restarts.
 */
export class PeerSession {
  /** What the remote person sends: one object for the `<video>` for as long as the session lives. */
  readonly remoteStream: MediaStream;
  readonly #options: PeerSessionOptions;
  readonly #events = new TypedEmitter<PeerSessionEvents>();
  readonly #connection: RTCPeerConnection;
  readonly #negotiation: PerfectNegotiation;
  readonly #supervisor: ConnectionSupervisor;
  readonly #transceivers: MediaTransceivers;
  readonly #releases: (() => void)[] = [];
  #channels: PeerChannels | undefined;
  #remoteMedia: RemoteMedia | undefined;
  #state: PeerState = 'connecting';
  #wasConnected = false;

  /** @throws PeerSessionError `configuration-invalid` when the browser refuses the ICE servers; `cause` says why. */
  constructor(options: PeerSessionOptions) {
    this.#options = options;
    const { polite, signaling, media, platform = browserPlatform() } = options;
    const { clock } = platform;
    this.#connection = createConnection(platform, options);
    const connection = this.#connection;
    this.remoteStream = platform.createMediaStream();
    this.#transceivers = new MediaTransceivers({ connection, media, onError: this.#onError });
    this.#supervisor = new ConnectionSupervisor({
      policy: options.reconnectPolicy ?? backoffPolicy(),
      polite,
      clock,
      restart: () => connection.restartIce(),
      onGiveUp: this.#update,
    });
    this.#negotiation = new PerfectNegotiation({
      connection,
      polite,
      clock,
      send: (message) => signaling.send(message),
      beforeAnswer: () => this.#adoptOffer(),
      onError: this.#onError,
    });
    connection.addEventListener('connectionstatechange', this.#update);
    connection.addEventListener('iceconnectionstatechange', this.#update);
    connection.addEventListener('track', this.#onTrack);
    this.#releases.push(signaling.subscribe(this.#onSignal), platform.onNetworkChange(this.#onNetworkChange));
    if (media) this.#releases.push(media.on('change', this.#onMediaChange));
    if (!polite) {
      this.#transceivers.create();
      this.#openChannels();
    }
  }

  get state(): PeerState {
    return this.#state;
  }

  /** What the remote peer last said about its devices; undefined until it did. */
  get remoteMedia(): RemoteMedia | undefined {
    return this.#remoteMedia;
  }

  /** Whether `send` would take a small message now. */
  get canSend(): boolean {
    return this.#channels?.canSend ?? false;
  }

  /** Calls `listener` at every `event` until `close()`. Returns the function that stops it. */
  on<K extends keyof PeerSessionEvents>(event: K, listener: (payload: PeerSessionEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /**
   * Sends a text to the other side's `message` event: in order, reliably, encrypted end to end.
   * False, and nothing is sent, when the channel is not open, the text is longer than 65,536 bytes of UTF-8, or
   * 1,048,576 bytes would be waiting.
   */
  send(data: string): boolean {
    return this.#channels?.send(data) ?? false;
  }

  /** Looks for a new path now (RFC 8445 §2.4); media goes on meanwhile if it can. Nothing before the first answer. */
  restartIce(): void {
    if (this.#state === 'closed' || !this.#connection.remoteDescription) return;
    this.#supervisor.restartNow();
    this.#update();
  }

  /** The connection's statistics (W3C WebRTC §8). */
  getStats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  /** Ends the session and releases connection, channels, listeners and timers; not `media`. Idempotent. */
  close(): void {
    if (this.#state === 'closed') return;
    for (const release of this.#releases.splice(0)) release();
    const connection = this.#connection;
    connection.removeEventListener('connectionstatechange', this.#update);
    connection.removeEventListener('iceconnectionstatechange', this.#update);
    connection.removeEventListener('track', this.#onTrack);
    this.#supervisor.close();
    this.#negotiation.close();
    const wasOpen = this.#channels?.isOpen ?? false;
    this.#channels?.close();
    connection.close();
    for (const track of this.remoteStream.getTracks()) {
      track.stop();
      this.remoteStream.removeTrack(track);
    }
    if (wasOpen) this.#events.emit('channel', false);
    this.#state = 'closed';
    this.#events.emit('state', 'closed');
    this.#events.clear();
  }

  readonly #onSignal = (message: SignalMessage): void => {
    if (message?.type === 'description' && message.description?.type === 'offer') this.#supervisor.remoteOffered();
    void this.#negotiation.receive(message);
  };

  async #adoptOffer(): Promise<void> {
    if (!this.#options.polite) return;
    await this.#transceivers.adopt();
    if (this.#state !== 'closed') this.#openChannels();
  }

  #openChannels(): void {
    this.#channels ??= new PeerChannels({
      connection: this.#connection,
      onControlOpen: () => this.#tellMedia(),
      onRemoteMedia: (media) => {
        this.#remoteMedia = media;
        this.#events.emit('remote-media', media);
      },
      onOpen: (open) => this.#events.emit('channel', open),
      onMessage: (data) => this.#events.emit('message', data),
      onError: this.#onError,
    });
  }

  readonly #onTrack = ({ track }: RTCTrackEvent): void => {
    if (this.remoteStream.getTracks().includes(track)) return;
    this.remoteStream.addTrack(track);
    this.#events.emit('remote-track', track);
  };

  readonly #onNetworkChange = (): void => {
    if (!this.#connection.remoteDescription) return;
    this.#supervisor.networkChanged();
    this.#update();
  };

  readonly #onMediaChange = (): void => {
    void this.#transceivers.sync();
    this.#tellMedia();
  };

  #tellMedia(): void {
    const state = this.#options.media?.state;
    this.#channels?.tellMedia({
      microphone: state?.microphone.status === 'on',
      camera: state?.camera.status === 'on',
    });
  }

  readonly #onError = (error: PeerSessionError): void => {
    if (this.#state !== 'closed') this.#events.emit('error', error);
  };

  readonly #update = (): void => {
    if (this.#state === 'closed') return;
    const health = linkHealthOf(this.#connection.connectionState, this.#connection.iceConnectionState);
    this.#supervisor.update(health);
    if (health === 'up') this.#wasConnected = true;
    const state = peerStateOf(health, { wasConnected: this.#wasConnected, gaveUp: this.#supervisor.gaveUp });
    if (state === this.#state) return;
    this.#state = state;
    this.#events.emit('state', state);
  };
}

function createConnection(platform: Platform, options: PeerSessionOptions): RTCPeerConnection {
  try {
    return platform.createPeerConnection({
      bundlePolicy: 'max-bundle',
      iceServers: options.iceServers ?? [],
      iceTransportPolicy: options.iceTransportPolicy ?? 'all',
    });
  } catch (cause) {
    throw new PeerSessionError('configuration-invalid', { cause });
  }
}
