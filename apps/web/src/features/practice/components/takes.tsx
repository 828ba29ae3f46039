import { Paper, Stack, Text } from '@mantine/core';
import type { Recording } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { formatClock } from '../../../shared/lib/format-clock';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Section } from '../../../shared/ui/section';
import { CompareLinks } from '../compare/compare-links';
import { takesQuery } from '../practice-queries';
import { questionMessages } from '../question-messages';
import classes from './practice.module.css';
import { TakeActions } from './take-actions';

interface TakesProps {
  readonly questionId: string;
  /** The page where they are compared. */
  readonly compareHref: string;
  readonly renderTake: (take: Recording, name: string) => ReactNode;
}

/** What was answered to this question before, newest first. */
export function Takes({ questionId, compareHref, renderTake }: TakesProps) {
  const m = useMessages(questionMessages);
  const { data, error, refetch } = useQuery(takesQuery(questionId));
  const [deleted, setDeleted] = useState(0);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What had the focus went with the take.
    if (deleted > 0) note.current?.focus();
  }, [deleted]);
  // What is on its way is shown where it was recorded.
  const takes = data?.recordings.filter(({ status }) => status === 'stored') ?? [];
  return (
    <Section title={m.takes}>
      <CompareLinks href={compareHref} takes={takes.length} />
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading label={m.takesLoading} lines={2} />
        )
      ) : takes.length === 0 ? (
        <Text c="dimmed">{m.noTakes}</Text>
      ) : (
        <Stack component="ol" className={classes.takes} gap="sm">
          {takes.map((take, index) => (
            <Take
              key={take.id}
              take={take}
              name={m.take({ n: takes.length - index })}
              renderTake={renderTake}
              onDeleted={() => setDeleted(deleted + 1)}
            />
          ))}
        </Stack>
      )}
      <div role="status" tabIndex={-1} ref={note}>
        {deleted > 0 && <Text c="dimmed">{m.takeDeleted}</Text>}
      </div>
    </Section>
  );
}

interface TakeProps {
  readonly take: Recording;
  readonly name: string;
  readonly renderTake: TakesProps['renderTake'];
  readonly onDeleted: () => void;
}

function Take({ take, name, renderTake, onDeleted }: TakeProps) {
  const m = useMessages(questionMessages);
  const format = useFormat();
  return (
    <Paper component="li" withBorder p="md" radius="md">
      <div className={classes.take}>
        <Text fw={600}>{name}</Text>
        <Text fz="sm" c="dimmed">
          <time dateTime={take.createdAt}>{format.dateTime(take.createdAt)}</time>
          {' · '}
          {m.length({ clock: formatClock(take.durationMs ?? 0) })}
        </Text>
      </div>
      {renderTake(take, name)}
      <TakeActions take={take} name={name} onDeleted={onDeleted} />
    </Paper>
  );
}
