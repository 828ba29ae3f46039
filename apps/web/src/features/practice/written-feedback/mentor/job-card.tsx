import { Badge, Button, Group, Text } from '@mantine/core';
import type { FeedbackJobCard } from '@ieum/api-contract';
import { Link, useLocation } from 'wouter';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { usePracticeWords } from '../../../../shared/practice/use-practice-words';
import { Notice } from '../../../../shared/ui/notice';
import { jobMessages } from '../job-messages';
import { changeJob } from '../job-queries';
import { useJobChange } from '../use-job-change';
import classes from '../written-feedback.module.css';
import { jobState } from './job-state';

interface JobCardProps {
  readonly job: FeedbackJobCard;
  readonly href: string;
  /** The mentor has had a part in it. */
  readonly begun: boolean;
}

/** How much there is to read and hear, of what, and of whom. */
export function JobCard({ job, href, begun }: JobCardProps) {
  const m = useMessages(jobMessages);
  const words = usePracticeWords();
  const format = useFormat();
  const facts = [
    m.words({ n: job.words }),
    job.takes === 0 ? m.noTakes : m.takes({ n: job.takes, clock: formatClock(job.takesMs) }),
    m.askedAt({ date: format.dateTime(job.createdAt) }),
  ];
  const state = jobState(job, begun);
  return (
    <li className={classes.card}>
      <Group gap={6}>
        <Badge variant="light" tt="none">
          {words.topics[job.topic]}
        </Badge>
        <Badge variant="light" color="gray" tt="none">
          {words.types[job.type]}
        </Badge>
      </Group>
      <Text fw={600}>{m.from({ name: job.nickname })}</Text>
      <Text fz="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {state === 'free' ? <Claim job={job} href={href} /> : <Text>{m.states[state]}</Text>}
      {(state === 'held' || state === 'lost' || state === 'returned' || state === 'taken') && (
        <Button
          component={Link}
          href={href}
          variant="default"
          style={{ justifySelf: 'start' }}
          aria-label={m.openOf({ name: job.nickname })}
        >
          {m.open}
        </Button>
      )}
    </li>
  );
}

function Claim({ job, href }: Omit<JobCardProps, 'begun'>) {
  const m = useMessages(jobMessages);
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const claim = useJobChange(
    job.id,
    () => changeJob(job.id, 'claim'),
    () => navigate(href),
  );
  return (
    <>
      <Button
        style={{ justifySelf: 'start' }}
        aria-label={m.claimOf({ name: job.nickname })}
        aria-disabled={claim.isPending}
        onClick={() => claim.isPending || claim.mutate(undefined)}
      >
        {claim.isPending ? m.claiming : m.claim}
      </Button>
      {claim.error && (
        <Notice tone="warm" role="alert">
          {errorText(claim.error, language)}
        </Notice>
      )}
    </>
  );
}
