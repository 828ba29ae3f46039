/**
 * Why a microphone or camera is not there.
 *
 * - `permission-denied`: the person, their settings or the system said no
 * - `permission-dismissed`: the question was closed without an answer; it may be asked again
 * - `not-found`: no such device, or it was unplugged
 * - `in-use`: another program holds it, or it does not start
 * - `insecure-context`: the page is not on https (or localhost)
 * - `overconstrained`: no device can do what was asked
 */
export type MediaProblem =
  | 'permission-denied'
  | 'permission-dismissed'
  | 'not-found'
  | 'in-use'
  | 'insecure-context'
  | 'overconstrained'
  | 'unknown';

const PROBLEM_BY_NAME: Readonly<Record<string, MediaProblem>> = {
  NotAllowedError: 'permission-denied',
  SecurityError: 'permission-denied',
  NotFoundError: 'not-found',
  NotReadableError: 'in-use',
  // Firefox, when the camera is held by another program.
  AbortError: 'in-use',
  OverconstrainedError: 'overconstrained',
};

/** Reads what `getUserMedia` rejected with (W3C Media Capture §10.3). Only Chromium tells a dismissal from a denial. */
export function mediaProblemOf(error: unknown): MediaProblem {
  if (!(error instanceof Object) || !('name' in error) || typeof error.name !== 'string') return 'unknown';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  if (error.name === 'NotAllowedError' && /dismissed/i.test(message)) return 'permission-dismissed';
  return Object.hasOwn(PROBLEM_BY_NAME, error.name) ? (PROBLEM_BY_NAME[error.name] ?? 'unknown') : 'unknown';
}
