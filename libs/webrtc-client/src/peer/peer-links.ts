import type { ControlMessage } from '../data/control-message';
import { hasServer, TURN } from '../ice-servers';
import type { Platform } from '../platform';
import type { SafetyState } from '../security/safety-code-exchange';
import type { SignalMessage } from '../signaling-channel';
import { connectionNumberOf, EarlySignals } from './early-signals';
import { PeerLink } from './peer-link';
import { PeerSessionError, type PeerSessionErrorReason } from './peer-session-error';
import type { IceConfiguration, PeerSessionOptions } from './peer-session-options';
import type { RemoteStreams } from './remote-streams';
import { SafetyCheck } from './safety-check';
import type { SessionChannels } from './session-channels';
import { SignalOutbox } from './signal-outbox';

export interface PeerLinksOptions {
  readonly session: PeerSessionOptions;
  readonly platform: Platform;
  readonly channels: SessionChannels;
  readonly streams: RemoteStreams;
  readonly onTrack: (track: MediaStreamTrack) => void;
  /** Whether the path is there and the other side is heard over it. */
  readonly isHealthy: () => boolean;
  /** The current link's health or negotiation may have changed. */
  readonly onChange: () => void;
  /** The current link is another one. */
  readonly onReplaced: () => void;
  /** The other side is mending the path. */
  readonly onRemoteActed: () => void;
  readonly onSafety: (state: SafetyState) => void;
  readonly onError: (error: PeerSessionError) => void;
}

/** One connection, and what belongs to it alone. */
interface Current {
  readonly number: number;
  readonly link: PeerLink;
  readonly safety: SafetyCheck;
  readonly outbox: SignalOutbox;
}

/**
 * The connections of a session, one at a time, numbered from 0. Only the impolite side makes a next one, the polite one
 * asks for it; every signal says which connection it is about, so that those of an earlier one fall away.
 */
export class PeerLinks {
  readonly #options: PeerLinksOptions;
  readonly #early = new EarlySignals();
  #ice: IceConfiguration;
  readonly #begun: Promise<void> | undefined;
  #begin: (() => void) | undefined;
  #relayOnly = false;
  #closed = false;
  #current: Current;

  constructor(options: PeerLinksOptions) {
    this.#options = options;
    const { iceServers = [], iceTransportPolicy = 'all', ahead, polite } = options.session;
    this.#ice = { iceServers, iceTransportPolicy };
    if (ahead && !polite) this.#begun = new Promise((resolve) => (this.#begin = resolve));
    this.#current = this.#create(0);
  }

  get link(): PeerLink {
    return this.#current.link;
  }

  get safety(): SafetyCheck {
    return this.#current.safety;
  }

  /** Whether the first offer was sent ahead and `begin` did not come yet. */
  get isAhead(): boolean {
    return this.#begin !== undefined;
  }

  /** Whether a relay is configured that is not used exclusively already. */
  get canRelay(): boolean {
    return this.#ice.iceTransportPolicy !== 'relay' && hasServer(this.#ice.iceServers, TURN);
  }

  /** The offer that was sent ahead may be applied. */
  begin(): void {
    this.#begin?.();
    this.#begin = undefined;
  }

  /** @throws what the browser says to it. */
  configure(change: Partial<IceConfiguration>): void {
    // A closed one refuses whatever it is told; the next one takes it.
    if (!this.link.isClosed) this.link.configure(change);
    this.#ice = { ...this.#ice, ...change };
  }

  receive(message: SignalMessage): void {
    const { polite } = this.#options.session;
    const number = connectionNumberOf(message);
    if (number === undefined) return this.#fail('signal-invalid');
    if (message.type === 'renew') return this.#renewFor(number);
    if (number < this.#current.number) return;
    if (number > this.#current.number) {
      if (!polite) return this.#fail('signal-invalid');
      if (message.type !== 'description') return this.#early.keep(message);
      this.#replace(number);
    }
    if (message.type === 'description') {
      if (message.description?.type === 'offer') this.#options.onRemoteActed();
      if (message.commitment !== undefined) this.safety.receiveCommitment(message.commitment);
    }
    this.link.receive(message);
    for (const early of this.#early.take(number)) this.link.receive(early);
  }

  /** Gives up the connection for another one; the polite side can only ask for it. */
  renew({ relayOnly }: { relayOnly: boolean }): void {
    this.#relayOnly = relayOnly;
    const next = this.#current.number + 1;
    if (this.#options.session.polite) this.#current.outbox.post({ type: 'renew', connection: next });
    else this.#replace(next);
  }

  close(): void {
    this.#closed = true;
    this.#release();
  }

  /** Asked for more than once, it is made once. */
  #renewFor(number: number): void {
    const { session, isHealthy, onRemoteActed } = this.#options;
    if (session.polite) return this.#fail('signal-invalid');
    if (number !== this.#current.number + 1 || this.isAhead) return;
    // Late, for signaling was down. Else the path is dead one way: consent (RFC 7675) tells us so, and it asks again.
    if (isHealthy() && !this.link.isUnanswered) return;
    onRemoteActed();
    this.#replace(number);
  }

  #release(): void {
    const { link, safety, outbox } = this.#current;
    outbox.close();
    safety.close();
    link.close();
    this.#options.streams.clear();
  }

  #replace(number: number): void {
    const before = this.#current;
    this.#options.channels.detach();
    // Whoever was told that the channel closed may have closed the session.
    if (this.#closed) return;
    this.#release();
    try {
      this.#current = this.#create(number, before.safety);
    } catch (cause) {
      return this.#options.onError(cause as PeerSessionError);
    }
    this.#options.onReplaced();
  }

  #create(number: number, before?: SafetyCheck): Current {
    const { session, platform, channels, streams, onSafety, onChange, onError } = this.#options;
    const connection = this.#createConnection();
    const safety = new SafetyCheck({
      platform,
      polite: session.polite,
      before,
      isOpen: () => channels.canTell,
      tell: (message: ControlMessage) => channels.tell(message),
      onChange: onSafety,
    });
    const outbox = new SignalOutbox({
      signaling: session.signaling,
      commitment: safety.commitment,
      onFailure: (cause) => this.#fail('signaling-failed', cause),
    });
    const link = new PeerLink({
      connection,
      polite: session.polite,
      clock: platform.clock,
      begun: number === 0 ? this.#begun : undefined,
      media: session.media,
      screen: session.screen,
      channels,
      send: (message) => outbox.post({ ...message, connection: number }),
      onTrack: (track, source) => streams.add(track, source) && this.#options.onTrack(track),
      onChange,
      onStuck: () => this.renew({ relayOnly: this.#relayOnly }),
      onError,
    });
    return { number, link, safety, outbox };
  }

  #createConnection(): RTCPeerConnection {
    const { certificates } = this.#options.session;
    const { iceServers, iceTransportPolicy } = this.#ice;
    try {
      return this.#options.platform.createPeerConnection({
        bundlePolicy: 'max-bundle',
        iceServers,
        iceTransportPolicy: this.#relayOnly ? 'relay' : iceTransportPolicy,
        ...(certificates && { certificates }),
      });
    } catch (cause) {
      throw new PeerSessionError('configuration-invalid', { cause });
    }
  }

  #fail(reason: PeerSessionErrorReason, cause?: unknown): void {
    this.#options.onError(new PeerSessionError(reason, cause === undefined ? {} : { cause }));
  }
}
