import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { studyMessages } from '../messages';
import { correctionsOf } from '../progress-columns';
import { practiceQuery, progressQuery } from '../study-queries';
import { CorrectionsOverTime } from './corrections-over-time';
import { PracticeSection } from './practice-section';

/** A student's corrections over time, and the practice of them. */
export function StudyPage({ askHref }: { readonly askHref: string }) {
  const m = useMessages(studyMessages);
  const progress = useQuery(progressQuery);
  const practice = useQuery(practiceQuery);
  const points = progress.data?.points;
  const error = progress.error ?? practice.error;
  if (error && !(points && practice.data)) {
    const retry = () => void Promise.all([progress.refetch(), practice.refetch()]);
    return <ErrorState error={error} onRetry={retry} />;
  }
  if (!points || !practice.data) {
    return (
      <Stack>
        <Skeleton height={160} radius="md" />
        <Skeleton height={240} radius="md" />
      </Stack>
    );
  }
  if (correctionsOf(points) === 0) {
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
      <CorrectionsOverTime points={points} />
    </Stack>
  );
}
