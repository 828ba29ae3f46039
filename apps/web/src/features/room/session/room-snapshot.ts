import type { Consult, ConsultRole } from '@ieum/signaling-protocol';
import type { HealingStep, PeerState, RemoteMedia, SafetyState } from '@ieum/webrtc-client';
import type { ApiError } from '../../../shared/lib/api-error';
import type { RunningTool } from '../tools/tool';
import type { LocalView } from './local-devices';
import type { PeerQuality } from './peer-quality';

/**
 * Where a visit of a room stands. `replaced`: another tab of the same user has the seat; `over`: the consult is closed;
 * `refused`: the server does not let this user in; `left`: this tab went.
 */
export type RoomPhase = 'joining' | 'joined' | 'replaced' | 'over' | 'refused' | 'left';

/** The other side, as the screen needs it. */
export interface RemotePeerView {
  readonly peerId: string;
  readonly nickname: string;
  readonly role: ConsultRole;
  /** Whether the server hears from them; their media may go on without it. */
  readonly present: boolean;
  readonly state: PeerState;
  readonly stream: MediaStream;
  /** Their screen, while they show it. */
  readonly screen: MediaStream | null;
  /** What they said about their devices; `undefined` until they did. */
  readonly media: RemoteMedia | undefined;
  /** What is being done about a lost path; `null` while it is there. */
  readonly healing: HealingStep | null;
  readonly safetyCode: SafetyState;
  /** Within this call it was another one before: what the two compared does not hold any more. */
  readonly safetyCodeChanged: boolean;
  readonly quality: PeerQuality;
}

export interface RoomSnapshot {
  readonly phase: RoomPhase;
  /** Why entering was refused. */
  readonly refusal: ApiError | null;
  readonly consult: Consult | null;
  /** The call waits for the person: it would show both sides' addresses, and there is no relay to hide them. */
  readonly needsConsent: boolean;
  readonly peers: readonly RemotePeerView[];
  /** One's own devices and the self-view; `null` once they are released. */
  readonly local: LocalView | null;
  /** Whether pictures are sent that cost less. */
  readonly dataSaver: boolean;
  readonly tools: readonly RunningTool[];
}
