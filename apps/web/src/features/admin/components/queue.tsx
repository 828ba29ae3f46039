import type { AdminQueueItem } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { ReadinessBadge } from '../../../shared/consult/readiness-badge';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useTickingNow } from '../../../shared/hooks/use-ticking-now';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { adminMessages } from '../messages';
import { secondsSince } from '../seconds-since';
import classes from './admin.module.css';
import { type Fact, Row, Rows } from './facts';

interface QueueProps {
  readonly items: readonly AdminQueueItem[];
  /** Of which only the first may be in `items`. */
  readonly total: number;
}

/** The waiting requests, the oldest first, and why each may wait. */
export function Queue({ items, total }: QueueProps) {
  const m = useMessages(adminMessages);
  return (
    <Section title={m.queue} lead={m.queueLead}>
      {items.length === 0 ? (
        <Text>{m.queueEmpty}</Text>
      ) : (
        <Rows>
          {items.map((item) => (
            <Waiting key={item.id} item={item} />
          ))}
        </Rows>
      )}
      {total > items.length && <Text mt="sm">{m.more({ n: total - items.length })}</Text>}
    </Section>
  );
}

function Waiting({ item }: { readonly item: AdminQueueItem }) {
  const m = useMessages(adminMessages);
  const words = useConsultWords();
  const format = useFormat();
  const now = useTickingNow();
  const { kind, topic, language, pseudonym, needsApproval, readiness, askedAt, lease, leaseSeconds, mentorsOnline } =
    item;
  const facts: Fact[] = [
    { label: m.waitsFor, value: format.duration(secondsSince(askedAt, now)) },
    {
      label: m.couldAccept,
      value: (
        <span className={mentorsOnline === 0 ? classes.attention : undefined}>{m.mentors({ n: mentorsOnline })}</span>
      ),
    },
    { label: m.seenBy, value: needsApproval ? m.approvedOnly : m.allMentors },
    {
      label: m.student,
      value:
        lease === 'held' ? (
          m.connected
        ) : (
          <span className={classes.attention}>{m.closesIn({ time: format.duration(leaseSeconds) })}</span>
        ),
    },
    { label: m.device, value: readiness ? <ReadinessBadge readiness={readiness} /> : m.unchecked },
    { label: m.language, value: <span lang={language}>{words.languages[language]}</span> },
    ...(pseudonym === null ? [] : [{ label: m.pseudonym, value: pseudonym }]),
  ];
  return <Row title={`${words.kinds[kind]} · ${words.topics[topic]}`} facts={facts} />;
}
