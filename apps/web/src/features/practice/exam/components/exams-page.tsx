import { Skeleton, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Page } from '../../../../shared/ui/page';
import { surveyQuery } from '../../practice-queries';
import { examsQuery } from '../exam-queries';
import { examsMessages } from '../exams-messages';
import { EarlierExams } from './earlier-exams';
import { ExamIntroduction } from './exam-introduction';
import type { ExamLinks } from './exam-links';
import { OpenExam } from './open-exam';

/** Before an exam: what will happen, the one that goes on, and those that were. */
export function ExamsPage({ links }: { readonly links: ExamLinks }) {
  const m = useMessages(examsMessages);
  const survey = useQuery(surveyQuery);
  const exams = useInfiniteQuery(examsQuery);
  if (survey.data?.survey === null) return <Redirect to={links.survey} replace />;
  const error = survey.error ?? exams.error;
  const items = exams.data?.pages.flatMap((page) => page.items) ?? [];
  const open = items.find(({ finishedAt }) => finishedAt === null);
  return (
    <Page title={m.title} lead={m.lead}>
      {survey.data && exams.data ? (
        <Stack gap="lg">
          {open ? (
            <OpenExam exam={open} href={links.exam(open.id)} onOver={() => void exams.refetch()} />
          ) : (
            <ExamIntroduction survey={survey.data.survey} links={links} />
          )}
          <EarlierExams exams={exams} items={items.filter((each) => each !== open)} links={links} />
        </Stack>
      ) : error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void survey.refetch();
            void exams.refetch();
          }}
        />
      ) : (
        <Stack gap="lg" role="status" aria-label={m.loading}>
          <Skeleton height={320} radius="lg" />
          <Skeleton height={120} radius="lg" />
        </Stack>
      )}
    </Page>
  );
}
