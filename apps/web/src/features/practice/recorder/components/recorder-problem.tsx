import { deviceHintMessages } from '../../../../shared/devices/device-hint-messages';
import { thisBrowser } from '../../../../shared/devices/this-browser';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Notice } from '../../../../shared/ui/notice';
import { microphoneHintMessages } from '../microphone-hint-messages';
import { problemHints } from '../problem-hints';
import { recorderMessages } from '../recorder-messages';
import type { RecorderProblem as Problem } from '../recorder-phase';

/** Why nothing can be recorded, and what to click. */
export function RecorderProblem({ problem }: { readonly problem: Problem }) {
  const m = useMessages(recorderMessages);
  const hints = useMessages(deviceHintMessages);
  const words = { ...hints, ...useMessages(microphoneHintMessages) };
  return (
    <Notice tone="bad" role="alert" title={m.problems[problem]}>
      {problemHints(m, words, problem, thisBrowser()).map((hint) => (
        <span key={hint}>{hint}</span>
      ))}
    </Notice>
  );
}
