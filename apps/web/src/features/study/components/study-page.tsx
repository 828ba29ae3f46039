import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Section } from '../../../shared/ui/section';
import { studyMessages } from '../messages';
import { sum, toColumns } from '../progress-columns';
import { practiceQuery, progressQuery } from '../study-queries';
import { PracticeSection } from './practice-section';
import { ProgressChart } from './progress-chart';
import { ProgressTable } from './progress-table';

/** A student's corrections over time, and the practice of them. */
export function StudyPage({ askHref }: { readonly askHref: string }) {
  const m = useMessages(studyMessages);
  const progress = useQuery(progressQuery);
  const practice = useQuery(practiceQuery);
  const points = progress.data?.points;
  const columns = useMemo(() => (points ? toColumns(points) : null), [points]);
  const error = progress.error ?? practice.error;
  if (error && !(points && practice.data)) {
    const retry = () => void Promise.all([progress.refetch(), practice.refetch()]);
    return <ErrorState error={error} onRetry={retry} />;
  }
  if (!points || !columns || !practice.data) {
    return (
      <Stack>
        <Skeleton height={160} radius="md" />
        <Skeleton height={240} radius="md" />
      </Stack>
    );
  }
  const corrections = Object.values(sum(points.map(({ counts }) => counts))).reduce((all, n) => all + n, 0);
  if (corrections === 0) {
    return (
      <EmptyState
        title={m.emptyTitle}
        description={m.empty}
        action={
          <Button component={Link} href={askHref} size="md">
            {m.ask}
          </Button>
        }
      />
    );
  }
  return (
    <Stack gap="xl">
      <PracticeSection practice={practice.data} />
      <Section title={m.progress} lead={m.progressHint}>
        <Stack gap="md">
          <Text fw={600}>{m.summary({ corrections, meetings: points.length })}</Text>
          <ProgressChart progress={columns} />
          <ProgressTable progress={columns} />
        </Stack>
      </Section>
    </Stack>
  );
}
