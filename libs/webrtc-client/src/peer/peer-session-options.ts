import type { RemoteMedia } from '../data/control-message';
import type { PeerChannelSpec } from '../data/peer-channel';
import type { ScreenSource } from '../media/screen-share';
import type { Platform } from '../platform';
import type { HealedEvent, HealingEvent } from '../reconnect/healing';
import type { ReconnectPolicy } from '../reconnect/reconnect-policy';
import type { SafetyState } from '../security/safety-code-exchange';
import type { SignalingChannel } from '../signaling-channel';
import type { MediaSource } from './media-transceivers';
import type { PeerSessionError } from './peer-session-error';
import type { PeerState } from './peer-state';

/** The events of a `PeerSession`, each with its payload. */
export interface PeerSessionEvents {
  state: PeerState;
  /** The remote person turned a device or the screen on or off; also told once after connecting. */
  'remote-media': RemoteMedia;
  /** A remote track was added to `remoteStream` or `remoteScreen`. */
  'remote-track': MediaStreamTrack;
  /** The other side's `send`. */
  message: string;
  /** The application channel opened or closed. */
  channel: boolean;
  /** The path is lost or may be, and this is being done about it. */
  healing: HealingEvent;
  healed: HealedEvent;
  /** The safety code is there, or something is wrong with it. */
  'safety-code': SafetyState;
  error: PeerSessionError;
}

/** Where a connection looks for its path. */
export interface IceConfiguration {
  readonly iceServers: RTCIceServer[];
  /** `relay` hides both peers' addresses from each other; it needs a TURN server (RFC 8828 §5.2, mode 4). */
  readonly iceTransportPolicy: RTCIceTransportPolicy;
}

export interface PeerSessionOptions extends Partial<IceConfiguration> {
  /** Exactly one of the two peers is polite; let the server decide. The impolite one makes the first offer. */
  readonly polite: boolean;
  readonly signaling: SignalingChannel;
  /** The person's devices; followed as they change, never closed. Without it nothing is sent, both media are received. */
  readonly media?: MediaSource | undefined;
  /** The person's screen; followed as it is shown or not, never closed. */
  readonly screen?: ScreenSource | undefined;
  /** Data channels of one's own, besides `send`; the same on both sides, in the same order. */
  readonly channels?: readonly PeerChannelSpec[] | undefined;
  /**
   * Made by `RTCPeerConnection.generateCertificate()` and kept for as long as the page: then the safety code stays the
   * same when a connection is replaced. Without it each connection makes its own.
   */
  readonly certificates?: RTCCertificate[] | undefined;
  /**
   * For the impolite side: makes the first offer before there is anybody to call. It goes through `signaling` at once,
   * without candidates (RFC 8829 §3.5.1: nothing gathers before the offer is applied), to be left where the other side
   * finds it. Until `begin` nothing else happens, and no address is looked for.
   */
  readonly ahead?: boolean | undefined;
  readonly reconnectPolicy?: ReconnectPolicy | undefined;
  readonly platform?: Platform | undefined;
}
