/**
 * Why nothing is shown.
 *
 * - `cancelled`: the person closed the browser's dialog; nothing to explain
 * - `denied`: the system or the page's policy forbids it; on macOS it is allowed in the system's settings
 * - `unsupported`: this browser cannot, as on phones
 * - `failed`: anything else, such as not having been asked for by a click
 */
export type ScreenProblem = 'cancelled' | 'denied' | 'unsupported' | 'failed';

/** Reads what `getDisplayMedia` rejected with (W3C Screen Capture §5.1). Only Chromium tells a denial from a dismissal. */
export function screenProblemOf(error: unknown): ScreenProblem {
  if (!(error instanceof Object) || !('name' in error)) return 'failed';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  switch (error.name) {
    case 'NotAllowedError':
      return /by system|policy/i.test(message) ? 'denied' : 'cancelled';
    case 'NotFoundError': // Firefox on macOS, without the system's permission
    case 'SecurityError':
      return 'denied';
    case 'NotSupportedError':
      return 'unsupported';
    default:
      return 'failed';
  }
}
