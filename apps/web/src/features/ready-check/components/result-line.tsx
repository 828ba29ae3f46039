import type { Readiness } from '@ieum/signaling-protocol';
import { ReadinessBadge } from '../../../shared/consult/readiness-badge';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readyCheckMessages } from '../messages';
import type { ReadyCheckState } from '../ready-check-state';
import classes from './ready-check.module.css';

interface ResultLineProps {
  readonly state: ReadyCheckState;
  readonly readiness: Readiness | null;
  readonly shown: boolean;
}

/** What it all comes to; read out when it is known. */
export function ResultLine({ state, readiness, shown }: ResultLineProps) {
  const m = useMessages(readyCheckMessages);
  const known = state.findings !== null;
  const outcome = readiness === null ? m.notSure : m.results[readiness];
  return (
    <div className={classes.result} data-readiness={known ? (readiness ?? 'unknown') : 'pending'}>
      <p className={classes.resultText} role="status">
        {known ? outcome : m[pendingWord(state)]} {known && readiness !== 'ready' && m.neverLocked}
      </p>
      {known && readiness && shown && (
        <p className={classes.resultShown}>
          {m.mentorsSee} <ReadinessBadge readiness={readiness} />
        </p>
      )}
    </div>
  );
}

function pendingWord({ phase, steps }: ReadyCheckState): 'asking' | 'speakNow' | 'checking' {
  if (phase === 'asking') return 'asking';
  return steps.microphone.status === 'running' ? 'speakNow' : 'checking';
}
