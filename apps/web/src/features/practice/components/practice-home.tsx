import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Page } from '../../../shared/ui/page';
import { practiceMessages } from '../messages';
import { surveyQuery } from '../practice-queries';
import { ExamEntry } from '../exam/components/exam-entry';
import { OwnFeedbackLink } from '../written-feedback/student/own-feedback-link';
import { NewQuestion } from './new-question';
import type { PracticeLinks } from './practice-links';
import { SurveySummary } from './survey-summary';

/** Where practice begins: the next question, and what it is chosen by. */
export function PracticeHome({ links }: { readonly links: PracticeLinks }) {
  const m = useMessages(practiceMessages);
  const { data, error, refetch } = useQuery(surveyQuery);
  if (data?.survey === null) return <Redirect to={links.survey} replace />;
  return (
    <Page title={m.title} lead={m.lead}>
      {data ? (
        <Stack gap="lg">
          <NewQuestion survey={data.survey} links={links} />
          <ExamEntry href={links.exams} />
          <SurveySummary survey={data.survey} surveyHref={links.survey} />
          <OwnFeedbackLink href={links.feedback} />
        </Stack>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack gap="lg" role="status" aria-label={m.loading}>
          <Skeleton height={220} radius="lg" />
          <Skeleton height={180} radius="lg" />
        </Stack>
      )}
    </Page>
  );
}
