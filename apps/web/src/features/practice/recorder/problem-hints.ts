import type { BrowserKind } from '../../../shared/devices/browser-kind';
import type { DeviceHintWords } from '../../../shared/devices/device-hint-messages';
import { deviceHint, permissionHints } from '../../../shared/devices/device-hints';
import type { RecorderWords } from './recorder-messages';
import type { RecorderProblem } from './recorder-phase';

/** What to click about it, in this browser. */
export function problemHints(
  m: Pick<RecorderWords, 'unsupported' | 'broken'>,
  words: DeviceHintWords,
  problem: RecorderProblem,
  browser: BrowserKind,
): readonly string[] {
  switch (problem) {
    case 'permission-denied':
    case 'permission-dismissed':
    case 'insecure-context':
      return permissionHints(words, problem, browser);
    case 'unsupported':
      return [browser === 'in-app' ? words.denied['in-app'] : m.unsupported];
    case 'broken':
      return [m.broken];
    default:
      return [deviceHint(words.microphone, problem)];
  }
}
