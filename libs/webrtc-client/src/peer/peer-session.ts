import type { ControlMessage, RemoteMedia } from '../data/control-message';
import type { PeerChannel } from '../data/peer-channel';
import { browserPlatform } from '../platform';
import { ConnectionHealer } from '../reconnect/connection-healer';
import type { HealingStep } from '../reconnect/healing';
import { Heartbeat } from '../reconnect/heartbeat';
import { backoffPolicy } from '../reconnect/reconnect-policy';
import type { SafetyState } from '../security/safety-code-exchange';
import { TypedEmitter } from '../typed-emitter';
import { PeerLinks } from './peer-links';
import { PeerSessionError } from './peer-session-error';
import type { IceConfiguration, PeerSessionEvents, PeerSessionOptions } from './peer-session-options';
import { peerStateOf, type PeerState } from './peer-state';
import { RemoteStreams } from './remote-streams';
import { bytesReceivedOf, isRelayed } from './selected-pair';
import { SessionChannels } from './session-channels';
import type { VideoLimits } from './video-limits';

/**
 * A call with one remote peer: camera, microphone and screen both ways, data channels, and a path that is mended step
 * by step when it is lost (see `HealingStep`). Starts when constructed; add listeners in the same turn to see every
 * event. Everything is in the first offer, so that nothing later negotiates but the mending.
 */
export class PeerSession {
  readonly #options: PeerSessionOptions;
  readonly #events = new TypedEmitter<PeerSessionEvents>();
  readonly #streams: RemoteStreams;
  readonly #channels: SessionChannels;
  readonly #links: PeerLinks;
  readonly #healer: ConnectionHealer;
  readonly #heartbeat: Heartbeat;
  readonly #releases: (() => void)[] = [];
  #remoteMedia: RemoteMedia | undefined;
  #limits: VideoLimits | undefined;
  #state: PeerState = 'connecting';
  #wasConnected = false;
  /** Whether the connection in use has been up. */
  #wasUp = false;

  /** @throws PeerSessionError `configuration-invalid` when the browser refuses the ICE servers; `cause` says why. */
  constructor(options: PeerSessionOptions) {
    this.#options = options;
    const { polite, signaling, media, screen, platform = browserPlatform() } = options;
    const { clock } = platform;
    this.#streams = new RemoteStreams(platform);
    this.#channels = new SessionChannels({
      extra: options.channels ?? [],
      onControl: this.#onControl,
      onControlOpen: () => {
        this.#tellMedia();
        this.#links.safety.advance();
      },
      onMessage: (data) => this.#events.emit('message', data),
      onOpen: (open) => this.#events.emit('channel', open),
      onPulse: () => this.#heartbeat.heard(),
      onError: this.#onError,
    });
    this.#links = new PeerLinks({
      session: options,
      platform,
      channels: this.#channels,
      streams: this.#streams,
      onTrack: (track) => this.#events.emit('remote-track', track),
      isHealthy: () => this.#state === 'connected' && this.#heartbeat.isHeard,
      onChange: this.#update,
      onReplaced: this.#onReplaced,
      onRemoteActed: () => this.#healer.remoteActed(),
      onSafety: (state) => this.#events.emit('safety-code', state),
      onError: this.#onError,
    });
    this.#heartbeat = new Heartbeat({
      clock,
      beat: () => this.#channels.beat(),
      bytesReceived: async () => bytesReceivedOf(await this.getStats()),
      onChange: this.#update,
    });
    this.#healer = new ConnectionHealer({
      policy: options.reconnectPolicy ?? backoffPolicy(),
      polite,
      clock,
      canRestart: () => !this.#links.link.isClosed,
      canRelay: () => this.#links.canRelay,
      isUnanswered: () => this.#links.link.isUnanswered,
      take: (step) => this.#take(step),
      onStep: (event) => {
        this.#update();
        this.#events.emit('healing', event);
      },
      onHealed: (event) => this.#events.emit('healed', event),
    });
    if (!this.#links.isAhead) this.#heartbeat.start();
    this.#releases.push(
      signaling.subscribe((message) => this.#links.receive(message)),
      platform.onNetworkChange(() => this.#links.link.wasNegotiated && this.#healer.networkChanged()),
      platform.onWake(() => this.#heartbeat.woke()),
    );
    for (const source of [media, screen]) {
      if (source) this.#releases.push(source.on('change', this.#onMediaChange));
    }
  }

  get state(): PeerState {
    return this.#state;
  }

  /** What the remote person sends: one object for the `<video>` for as long as the session lives. */
  get remoteStream(): MediaStream {
    return this.#streams.media;
  }

  /** The remote person's screen, with its sound: another such object. `remoteMedia.screen` says whether it is shown. */
  get remoteScreen(): MediaStream {
    return this.#streams.screen;
  }

  /** What the remote peer last said about its devices; undefined until it did. */
  get remoteMedia(): RemoteMedia | undefined {
    return this.#remoteMedia;
  }

  /** The code both people can compare, and whether it is there yet. */
  get safetyCode(): SafetyState {
    return this.#links.safety.state;
  }

  /** Whether `send` would take a small message now. */
  get canSend(): boolean {
    return this.#channels.application.canSend;
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
    return this.#channels.application.send(data);
  }

  /** @throws RangeError when `options.channels` names no such channel. */
  channel(label: string): PeerChannel {
    return this.#channels.named(label);
  }

  /** Bounds the picture this side sends of its camera; kept for every later connection. */
  setVideoLimits(limits: VideoLimits): void {
    this.#limits = limits;
    this.#links.link.limit(limits);
  }

  /**
   * Looks for a path for the offer that was made `ahead`: there is somebody who has it. Once; nothing without `ahead`.
   * @throws PeerSessionError `configuration-invalid` when the browser refuses the ICE servers; `cause` says why.
   */
  begin(configuration: Partial<IceConfiguration> = {}): void {
    if (!this.#links.isAhead || this.#isClosed()) return;
    try {
      this.#links.configure(configuration);
    } catch (cause) {
      throw new PeerSessionError('configuration-invalid', { cause });
    }
    this.#heartbeat.start();
    this.#links.begin();
  }

  /** Fresh servers or another policy, from the next search for a path on; a relayed call looks for one at once. */
  async setConfiguration(configuration: Partial<IceConfiguration>): Promise<void> {
    if (this.#isClosed()) return;
    const { link } = this.#links;
    try {
      this.#links.configure(configuration);
      if (link.isClosed) return;
      const relayed = isRelayed(await link.getStats());
      if (relayed && link === this.#links.link && this.#state === 'connected') link.restartIce();
    } catch (cause) {
      this.#onError(new PeerSessionError('configuration-invalid', { cause }));
    }
  }

  /** Looks for a new path now (RFC 8445 §2.4); media goes on meanwhile if it can. Nothing before the first answer. */
  restartIce(): void {
    if (!this.#isClosed() && this.#links.link.wasNegotiated) this.#healer.startNow('requested');
  }

  /** The connection's statistics (W3C WebRTC §8). */
  getStats(): Promise<RTCStatsReport> {
    return this.#links.link.getStats();
  }

  /** Ends the session and releases connection, channels, listeners and timers; not `media` and `screen`. Idempotent. */
  close(): void {
    if (this.#isClosed()) return;
    this.#state = 'closed';
    for (const release of this.#releases.splice(0)) release();
    this.#healer.close();
    this.#heartbeat.stop();
    this.#channels.close();
    this.#links.close();
    this.#events.emit('state', 'closed');
    this.#events.clear();
  }

  #take(step: HealingStep): void {
    if (step === 'restart-ice') this.#links.link.restartIce();
    else this.#links.renew({ relayOnly: step === 'relay-only' });
  }

  readonly #onReplaced = (): void => {
    this.#wasUp = false;
    this.#heartbeat.start();
    this.#update();
  };

  readonly #onControl = (message: ControlMessage): void => {
    if (message.type === 'reveal') return void this.#links.safety.receiveReveal(message.nonce);
    const { microphone, camera, screen } = message;
    this.#remoteMedia = { microphone, camera, screen };
    this.#events.emit('remote-media', this.#remoteMedia);
  };

  readonly #onMediaChange = (): void => {
    this.#links.link.sync();
    this.#tellMedia();
  };

  #tellMedia(): void {
    const { media, screen } = this.#options;
    this.#channels.tell({
      type: 'media',
      microphone: media?.state.microphone.status === 'on',
      camera: media?.state.camera.status === 'on',
      screen: screen?.state.status === 'on',
    });
  }

  readonly #update = (): void => {
    if (this.#isClosed()) return;
    const { link, safety } = this.#links;
    const health = this.#heartbeat.isLost ? 'down' : link.health;
    const { agreedSdp } = link;
    if (agreedSdp) safety.advance(agreedSdp);
    if (health === 'up' && !this.#wasUp) {
      this.#wasUp = true;
      this.#wasConnected = true;
      if (this.#limits) link.limit(this.#limits);
    }
    this.#healer.update(health);
    // Whoever was told that it healed may have closed the session.
    if (this.#isClosed()) return;
    const state = peerStateOf(health, { wasConnected: this.#wasConnected, gaveUp: this.#healer.gaveUp });
    if (state === this.#state) return;
    this.#state = state;
    this.#events.emit('state', state);
  };

  readonly #onError = (error: PeerSessionError): void => {
    if (!this.#isClosed()) this.#events.emit('error', error);
  };

  #isClosed(): boolean {
    return this.#state === 'closed';
  }
}
