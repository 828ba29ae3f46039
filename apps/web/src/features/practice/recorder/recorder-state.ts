import type { RecorderPhase } from './recorder-phase';
import type { VoiceState } from './voice-log';

/** Seconds. */
export const COUNT_FROM = 3;

/** A recorder as it is now. Immutable: a change makes a new object. */
export interface RecorderState {
  readonly phase: RecorderPhase;
  /** Three, two, one; `null` while nothing is counted. */
  readonly count: number | null;
  /** In whole seconds. */
  readonly elapsedMs: number;
  /** The longest recording there can be is reached within a minute. */
  readonly endsSoon: boolean;
  readonly voice: VoiceState;
  readonly everHeard: boolean;
  /** Why the take ended by itself. */
  readonly endedBy: 'limit' | 'unplugged' | null;
}

export const AT_REST: RecorderState = {
  phase: 'idle',
  count: null,
  elapsedMs: 0,
  endsSoon: false,
  voice: 'unknown',
  everHeard: false,
  endedBy: null,
};
