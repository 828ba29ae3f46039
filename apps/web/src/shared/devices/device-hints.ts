import type { MediaProblem } from '@ieum/webrtc-client';
import type { BrowserKind } from './browser-kind';
import type { DeviceHintWords } from './device-hint-messages';

export type PermissionProblem = Extract<
  MediaProblem,
  'permission-denied' | 'permission-dismissed' | 'insecure-context'
>;

/** Where the system, too, has a say that the browser does not tell of. */
const ON_COMPUTERS: readonly BrowserKind[] = ['chrome', 'edge', 'firefox', 'safari'];

type PermissionWords = Pick<DeviceHintWords, 'denied' | 'deniedBySystem' | 'dismissed' | 'insecure'>;

/** What to click in this browser when it lets no device be asked for. */
export function permissionHints(
  words: PermissionWords,
  problem: PermissionProblem,
  browser: BrowserKind,
): readonly string[] {
  // A window of another app lacks the whole interface, which looks like a page that is not safe.
  if (browser === 'in-app') return [words.denied['in-app']];
  if (problem === 'permission-dismissed') return [words.dismissed];
  if (problem === 'insecure-context') return [words.insecure];
  return [words.denied[browser], ...(ON_COMPUTERS.includes(browser) ? [words.deniedBySystem] : [])];
}

type DeviceWords = Readonly<Record<'not-found' | 'in-use' | 'overconstrained' | 'unknown' | 'blocked', string>>;

/** What to do about one device. */
export function deviceHint(words: DeviceWords, problem: MediaProblem): string {
  switch (problem) {
    case 'permission-denied':
    case 'permission-dismissed':
    case 'insecure-context':
      return words.blocked;
    default:
      return words[problem];
  }
}
