import { Paper, Stack, Text } from '@mantine/core';
import type { Recording } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { formatClock } from '../../../shared/lib/format-clock';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Section } from '../../../shared/ui/section';
import { takesQuery } from '../practice-queries';
import { questionMessages } from '../question-messages';
import classes from './practice.module.css';
import { TakeActions } from './take-actions';

interface TakesProps {
  readonly questionId: string;
  readonly renderTake: ((take: Recording) => ReactNode) | undefined;
}

/** What was answered to this question before, newest first. */
export function Takes({ questionId, renderTake }: TakesProps) {
  const m = useMessages(questionMessages);
  const { data, error, refetch } = useQuery(takesQuery(questionId));
  return (
    <Section title={m.takes}>
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading label={m.takesLoading} lines={2} />
        )
      ) : data.recordings.length === 0 ? (
        <Text c="dimmed">{m.noTakes}</Text>
      ) : (
        <Stack component="ol" className={classes.takes} gap="sm">
          {data.recordings.map((take, index) => (
            <Paper component="li" key={take.id} withBorder p="md" radius="md">
              <TakeLine take={take} number={data.recordings.length - index} />
              {take.status === 'stored' && renderTake?.(take)}
              <TakeActions take={take} name={m.take({ n: data.recordings.length - index })} />
            </Paper>
          ))}
        </Stack>
      )}
    </Section>
  );
}

function TakeLine({ take, number }: { readonly take: Recording; readonly number: number }) {
  const m = useMessages(questionMessages);
  const format = useFormat();
  return (
    <div className={classes.take}>
      <Text fw={600}>{m.take({ n: number })}</Text>
      <Text fz="sm" c="dimmed">
        <time dateTime={take.createdAt}>{format.dateTime(take.createdAt)}</time>
        {' · '}
        {take.durationMs === null ? m.uploading : m.length({ clock: formatClock(take.durationMs) })}
      </Text>
    </div>
  );
}
