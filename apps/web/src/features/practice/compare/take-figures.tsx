import type { Recording } from '@ieum/api-contract';
import { useMessages } from '../../../shared/i18n/use-messages';
import { formatClock } from '../../../shared/lib/format-clock';
import { compareMessages } from './compare-messages';
import classes from './compare.module.css';
import type { TakeFacts } from './take-facts';

/** To the nearest second: a clock leaves out what has begun. */
const HALF_SECOND_MS = 500;

interface TakeFiguresProps {
  readonly take: Recording;
  readonly facts: TakeFacts | null;
}

/** What can be said of a take in figures. The first says in words what the waveform shows. */
export function TakeFigures({ take, facts }: TakeFiguresProps) {
  const m = useMessages(compareMessages);
  const durationMs = take.durationMs ?? 0;
  const length = formatClock(durationMs);
  const { errors, errorPercent: percent } = facts ?? { errors: null, errorPercent: null };
  const pace = (n: number | null, unknown: string) => (n === null ? unknown : m.perMinute({ n }));
  return (
    <dl className={classes.figures}>
      <Figure
        name={m.voice}
        value={
          take.voicedMs === null
            ? m.lengthOnly({ length })
            : m.voiceOf({ voiced: formatClock(Math.min(durationMs, take.voicedMs + HALF_SECOND_MS)), length })
        }
      />
      {facts && (
        <>
          <Figure name={m.speaking} value={pace(facts.speaking, m.untimed)} />
          <Figure name={m.articulation} value={pace(facts.articulation, m.unmeasured)} />
          <Figure
            name={m.pauses}
            value={
              facts.pauses
                ? m.pauseCount({ n: facts.pauses.count, longest: (facts.pauses.longestMs / 1000).toFixed(1) })
                : m.untimed
            }
          />
        </>
      )}
      {errors && percent !== null && (
        <Figure
          name={m.errors}
          value={m.errorRate({ percent })}
          more={m.errorCounts({ missed: errors.deleted, added: errors.inserted, other: errors.substituted })}
        />
      )}
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly more?: string;
}

function Figure({ name, value, more }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        {value}
        {more && <span className={classes.more}>{more}</span>}
      </dd>
    </div>
  );
}
