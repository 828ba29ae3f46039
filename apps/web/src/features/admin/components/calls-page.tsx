import type { AdminCall } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useFormat } from '../../../shared/i18n/use-format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import type { AdminLinks } from '../admin-links';
import { callsQuery } from '../admin-queries';
import { adminCallMessages } from '../call-messages';
import { pathWords } from '../tell-fact';
import { figureWords } from '../say-figures';
import classes from './admin.module.css';
import { Row, Rows } from './facts';
import { Fresh } from './fresh';

const HOURS = { hour: 1, day: 24, week: 168, month: 720 } as const;
type Span = keyof typeof HOURS;
const SPANS = Object.keys(HOURS) as Span[];

/** The calls that were last told of. */
export function CallsPage({ links }: { readonly links: AdminLinks }) {
  const m = useMessages(adminCallMessages);
  const [span, setSpan] = useState<Span>('day');
  const query = useQuery(callsQuery(HOURS[span]));
  return (
    <>
      <ChoiceGroup
        legend={m.within}
        choices={SPANS.map((value) => ({ value, label: m.windows[value] }))}
        value={span}
        onChange={setSpan}
      />
      <div className={classes.below}>
        <Fresh query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Text>{m.empty}</Text>
            ) : (
              <Rows>
                {items.map((call) => (
                  <CallRow key={call.consultId} call={call} links={links} />
                ))}
              </Rows>
            )
          }
        </Fresh>
      </div>
    </>
  );
}

function CallRow({ call, links }: { readonly call: AdminCall; readonly links: AdminLinks }) {
  const m = useMessages(adminCallMessages);
  const words = useConsultWords();
  const format = useFormat();
  const { language } = useLanguage();
  const say = figureWords(language);
  const told = <T,>(value: T | null, inWords: (value: T) => string) => (value === null ? m.unknown : inWords(value));
  const { consultId, kind, status, firstAt, outcome, path, setUpMs, medianRoundTripMs, p95RoundTripMs } = call;
  return (
    <Row
      title={
        <Link href={links.call(consultId)} className={classes.link}>
          {words.kinds[kind]} · {format.dateTime(firstAt)}
        </Link>
      }
      action={words.statuses[status]}
      facts={[
        {
          label: m.outcome,
          value: <span className={outcome === 'fine' ? undefined : classes.bad}>{m.outcomes[outcome]}</span>,
        },
        { label: m.path, value: told(path, (value) => pathWords(value, m)) },
        { label: m.setUp, value: told(setUpMs, say.time) },
        {
          label: m.roundTrip,
          value: told(medianRoundTripMs, (median) =>
            m.roundTrips({ median: say.time(median), p95: say.time(p95RoundTripMs ?? median) }),
          ),
        },
        { label: m.worstLoss, value: told(call.worstLoss, say.share) },
        { label: m.restarts, value: m.times({ n: call.restarts }) },
      ]}
    />
  );
}
