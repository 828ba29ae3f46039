import type { CallQuality, CallSample, VideoStep } from '@ieum/webrtc-client';

/** What the line to one peer is like. */
export interface PeerQuality {
  readonly felt: CallQuality;
  /** How much of one's own camera is sent to them. */
  readonly sent: VideoStep;
  /** The last two minutes, the newest last. */
  readonly samples: readonly CallSample[];
}

/** Before anything was measured: there is nothing to complain about. */
export const UNKNOWN_QUALITY: PeerQuality = {
  felt: { level: 'good', cause: 'none', direction: undefined },
  sent: 'full',
  samples: [],
};
