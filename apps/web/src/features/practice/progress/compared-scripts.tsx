import type { ComparedScript } from '@ieum/api-contract';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { progressMessages } from './progress-messages';
import classes from './progress.module.css';
import { useDayNames } from './use-day-names';

interface ComparedScriptsProps {
  readonly scripts: readonly ComparedScript[];
  readonly questionHref: (questionId: string) => string;
}

/** Before and after: the first and the latest take of each script that was said again. */
export function ComparedScripts({ scripts, questionHref }: ComparedScriptsProps) {
  const m = useMessages(progressMessages);
  const names = useDayNames();
  if (scripts.length === 0) return null;
  const most = Math.max(...scripts.flatMap(({ first, latest }) => [first.wordsPerMinute, latest.wordsPerMinute]));
  return (
    <Section title={m.compared} lead={m.comparedHint}>
      <ul className={classes.scripts}>
        {scripts.map(({ questionId, question, takes, first, latest }) => (
          <li key={questionId}>
            <Link href={questionHref(questionId)} lang="en" className={classes.question}>
              {question}
            </Link>
            <dl className={classes.pair}>
              {[
                { name: m.first, take: first },
                { name: m.latest({ n: takes }), take: latest },
              ].map(({ name, take }) => (
                <div key={name}>
                  <dt>
                    {name} <span className={classes.when}>{names.short(take.day)}</span>
                  </dt>
                  <dd>
                    <span
                      aria-hidden="true"
                      className={classes.bar}
                      style={{ inlineSize: `${(take.wordsPerMinute / most) * 60}%` }}
                    />
                    {m.pace({ n: Math.round(take.wordsPerMinute) })}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}
