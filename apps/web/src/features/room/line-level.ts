import type { CallQuality, Direction, PeerState, QualityCause, QualityLevel } from '@ieum/webrtc-client';

/** Causes that are felt one way; the words say which. */
type OneWay = Extract<QualityCause, 'loss' | 'jitter'>;

/** A key of the words for what spoils a call. */
export type CauseKey = Exclude<QualityCause, OneWay> | `${OneWay}-${Direction}`;

export function causeKey({ cause, direction }: CallQuality): CauseKey {
  return cause === 'loss' || cause === 'jitter' ? `${cause}-${direction ?? 'in'}` : cause;
}

/** What the mark shows: without a connection there is no line to speak of. */
export function lineLevel(felt: CallQuality, state: PeerState | undefined): QualityLevel | 'none' {
  return state === 'connected' ? felt.level : 'none';
}
