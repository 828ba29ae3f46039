import type { MediaProblem } from '@ieum/webrtc-client';
import type { BrowserKind } from './browser-kind';
import type { CheckSteps, StepName } from './check-steps';
import type { HintWords } from './hint-messages';

/** Where the system, too, has a say that the browser does not tell of. */
const ON_COMPUTERS: readonly BrowserKind[] = ['chrome', 'edge', 'firefox', 'safari'];

/** What to do about a step, in this browser; nothing when there is nothing to do. */
export function hintsOf(words: HintWords, steps: CheckSteps, name: StepName, browser: BrowserKind): readonly string[] {
  switch (name) {
    case 'permission':
      return permissionHints(words, steps.permission.reason, browser);
    case 'microphone': {
      const { reason } = steps.microphone;
      return reason === null
        ? []
        : [reason === 'silent' ? words.microphone.silent : deviceHint(words.microphone, reason)];
    }
    case 'camera': {
      const { reason } = steps.camera;
      return reason === null ? [] : [reason === 'dark' ? words.camera.dark : deviceHint(words.camera, reason)];
    }
    case 'echo':
      return steps.echo.reason === null ? [] : [words.echo[steps.echo.reason]];
    case 'speaker':
      return steps.speaker.reason === null ? [] : [words.speaker[steps.speaker.reason]];
    case 'connection':
      return steps.connection.reason === null ? [] : [words.connection[steps.connection.reason]];
  }
}

function permissionHints(
  words: HintWords,
  reason: CheckSteps['permission']['reason'],
  browser: BrowserKind,
): readonly string[] {
  if (reason === null) return [];
  // A window of another app lacks the whole interface, which looks like a page that is not safe.
  if (browser === 'in-app') return [words.denied['in-app']];
  if (reason === 'permission-dismissed') return [words.dismissed];
  if (reason === 'insecure-context') return [words.insecure];
  return [words.denied[browser], ...(ON_COMPUTERS.includes(browser) ? [words.deniedBySystem] : [])];
}

type DeviceHints = Readonly<Record<'not-found' | 'in-use' | 'overconstrained' | 'unknown' | 'blocked', string>>;

function deviceHint(words: DeviceHints, problem: MediaProblem): string {
  switch (problem) {
    case 'permission-denied':
    case 'permission-dismissed':
    case 'insecure-context':
      return words.blocked;
    default:
      return words[problem];
  }
}
