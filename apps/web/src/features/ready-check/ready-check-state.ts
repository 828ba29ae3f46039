import type { DeviceLists, DeviceName, LocalMediaState, MediaProblem } from '@ieum/webrtc-client';
import type { CheckSteps } from './check-steps';
import type { Findings } from './readiness';

/** A check as it is now. Immutable: a change makes a new object. */
export interface ReadyCheckState {
  /** `asking`: the browser asks for permission. `done`: everything that counts was known once. */
  readonly phase: 'asking' | 'checking' | 'done';
  readonly steps: CheckSteps;
  /** What the steps come to; `null` while one that counts is under way. */
  readonly findings: Findings | null;
  readonly devices: LocalMediaState;
  /** What can be chosen. `speakers` is empty where the browser lets no page choose one. */
  readonly menus: DeviceLists;
  /** Undefined: the system's own. */
  readonly speakerId: string | undefined;
  /** Another device was chosen and does not open; the former one goes on. */
  readonly notSwitched: { readonly name: DeviceName; readonly problem: MediaProblem } | null;
  readonly echo: 'idle' | 'recording' | 'playing';
  readonly speaker: 'idle' | 'playing' | 'asking';
}
