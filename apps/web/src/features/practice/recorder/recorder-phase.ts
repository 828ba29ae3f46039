import type { MediaProblem } from '@ieum/webrtc-client';

/** Why there is no recording: each is left by asking once more. */
export type RecorderProblem = MediaProblem | 'unsupported' | 'broken';

/**
 * - `asking`: the browser asks for the microphone, or opens it
 * - `counting`: three, two, one
 * - `stopping`: nothing is recorded any more, the last of it is on its way
 * - `stopped`: a take is done
 * - the others: no microphone, or no recording, and why
 */
export type RecorderPhase =
  'idle' | 'asking' | 'counting' | 'recording' | 'paused' | 'stopping' | 'stopped' | RecorderProblem;

/** What the person or the browser did. A problem is an event of its own name. */
export type RecorderEvent =
  'ask' | 'granted' | 'begin' | 'pause' | 'resume' | 'stop' | 'finished' | 'cancel' | RecorderProblem;

export const RECORDER_PROBLEMS = [
  'permission-denied',
  'permission-dismissed',
  'not-found',
  'in-use',
  'insecure-context',
  'overconstrained',
  'unknown',
  'unsupported',
  'broken',
] as const satisfies readonly RecorderProblem[];

type Row = Readonly<Partial<Record<RecorderEvent, RecorderPhase>>>;

const problems = Object.fromEntries(RECORDER_PROBLEMS.map((problem) => [problem, problem])) as Row;
const askAgain: Row = { ask: 'asking' };

/** Every step there is; what is not here does nothing. */
export const RECORDER_STEPS: Readonly<Record<RecorderPhase, Row>> = {
  idle: { ...askAgain },
  asking: { granted: 'counting', cancel: 'idle', ...problems },
  counting: { begin: 'recording', cancel: 'idle', ...problems },
  recording: { pause: 'paused', stop: 'stopping', finished: 'stopped', cancel: 'idle', broken: 'broken' },
  paused: { resume: 'recording', stop: 'stopping', finished: 'stopped', cancel: 'idle', broken: 'broken' },
  stopping: { finished: 'stopped', cancel: 'idle', broken: 'broken' },
  stopped: { ...askAgain },
  'permission-denied': askAgain,
  'permission-dismissed': askAgain,
  'not-found': askAgain,
  'in-use': askAgain,
  'insecure-context': askAgain,
  overconstrained: askAgain,
  unknown: askAgain,
  unsupported: askAgain,
  broken: askAgain,
};

/** Where an event leads to; `null` where it means nothing. */
export const nextPhase = (phase: RecorderPhase, event: RecorderEvent): RecorderPhase | null =>
  RECORDER_STEPS[phase][event] ?? null;

export const isProblem = (phase: RecorderPhase): phase is RecorderProblem =>
  (RECORDER_PROBLEMS as readonly string[]).includes(phase);

/** Sound is, or is about to be, taken: the page should not go away now. */
export const isUnderWay = (phase: RecorderPhase): boolean =>
  phase === 'recording' || phase === 'paused' || phase === 'stopping';
