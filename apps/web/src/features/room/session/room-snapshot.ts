import type { Consult, ConsultRole } from '@ieum/signaling-protocol';
import type { LocalMediaState, PeerState, RemoteMedia } from '@ieum/webrtc-client';
import type { ApiError } from '../../../shared/lib/api-error';
import type { RunningTool } from '../tools/tool';

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
  /** What they said about their devices; `undefined` until they did. */
  readonly media: RemoteMedia | undefined;
}

export interface RoomSnapshot {
  readonly phase: RoomPhase;
  /** Why entering was refused. */
  readonly refusal: ApiError | null;
  readonly consult: Consult | null;
  readonly peers: readonly RemotePeerView[];
  /** One's own devices and the self-view; `null` once they are released. */
  readonly local: { readonly state: LocalMediaState; readonly stream: MediaStream } | null;
  readonly tools: readonly RunningTool[];
}
