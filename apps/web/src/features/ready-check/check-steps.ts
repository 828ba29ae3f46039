import type { MediaProblem } from '@ieum/webrtc-client';

/** The parts of the check, in the order of the page. `echo` and `speaker` are there for whoever wants them. */
export const STEP_NAMES = ['permission', 'microphone', 'echo', 'speaker', 'camera', 'connection'] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** `warning`: it works, or may well, but the person should know something. */
export type StepStatus = 'waiting' | 'running' | 'ok' | 'warning' | 'failed' | 'skipped';

export interface Step<Reason extends string = string> {
  readonly status: StepStatus;
  readonly reason: Reason | null;
}

/** Why no device may be asked for; what is wrong with one device is that device's own step. */
export type PermissionReason = Extract<MediaProblem, 'permission-denied' | 'permission-dismissed' | 'insecure-context'>;
/** `silent`: it is open and nothing comes out of it. */
export type MicrophoneReason = MediaProblem | 'silent';
/** `dark`: it is open and shows nothing but black. */
export type CameraReason = MediaProblem | 'dark';
export type EchoReason = 'unsupported' | 'failed';
export type SpeakerReason = 'not-heard' | 'failed';

/**
 * What became of the way through the network.
 *
 * - `relay-missing`: this user's calls need a relay, and the operator has set up none
 * - `relay-unreachable`: the network lets nothing through to it
 * - `relay-misconfigured`: it answers and does not take the log-in, or its address makes no sense
 * - `relay-silent`: it lets one in and passes nothing on
 * - `offline`, `busy`, `slow`: it could not be found out
 */
export type ConnectionReason =
  | 'direct-only'
  | 'relay-missing'
  | 'relay-unreachable'
  | 'relay-misconfigured'
  | 'relay-silent'
  | 'offline'
  | 'busy'
  | 'slow';

export interface CheckSteps {
  readonly permission: Step<PermissionReason>;
  readonly microphone: Step<MicrophoneReason>;
  readonly echo: Step<EchoReason>;
  readonly speaker: Step<SpeakerReason>;
  readonly camera: Step<CameraReason>;
  readonly connection: Step<ConnectionReason>;
}

const WAITING = { status: 'waiting', reason: null } as const;

export const NO_STEPS: CheckSteps = {
  permission: WAITING,
  microphone: WAITING,
  echo: WAITING,
  speaker: WAITING,
  camera: WAITING,
  connection: WAITING,
};

/** A step with nothing to explain. */
export const plain = (status: StepStatus): Step<never> => ({ status, reason: null });
