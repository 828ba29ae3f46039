import { formatClock } from '../../../shared/lib/format-clock';
import type { RecorderWords } from './recorder-messages';
import { isProblem } from './recorder-phase';
import { COUNT_FROM } from './recorder-state';
import type { RecorderState } from './recorder-state';

/** What happens now, in a sentence: shown, and read out when it changes. */
export function phaseText(m: RecorderWords, { phase, count, elapsedMs }: RecorderState): string {
  if (isProblem(phase)) return m.problems[phase];
  if (phase === 'counting') return m.phases.counting({ count: count ?? 1 });
  if (phase === 'stopped') return m.phases.stopped({ length: formatClock(elapsedMs) });
  return m.phases[phase];
}

/** What is read out has ended before something is recorded: of the countdown its beginning, and nothing of the recording. */
export const isSaid = ({ phase, count }: RecorderState): boolean =>
  phase !== 'recording' && (phase !== 'counting' || count === COUNT_FROM);

/** How one is heard. */
export function voiceText(m: RecorderWords, { voice, everHeard }: RecorderState): string {
  return voice === 'silent' && !everHeard ? m.voice.neverHeard : m.voice[voice];
}
