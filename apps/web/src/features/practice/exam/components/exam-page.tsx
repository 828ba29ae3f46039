import type { Exam } from '@ieum/api-contract';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { EmptyState } from '../../../../shared/ui/empty-state';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Page } from '../../../../shared/ui/page';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { examMessages } from '../exam-messages';
import { examQuery } from '../exam-queries';
import { AskedQuestion } from './asked-question';
import type { ExamLinks } from './exam-links';
import { ExamReview } from './exam-review';
import { LevelChoice } from './level-choice';

interface ExamPageProps {
  readonly examId: string;
  readonly links: ExamLinks;
}

/** An exam where it is: a question, the choice in the middle, or what it was. */
export function ExamPage({ examId, links }: ExamPageProps) {
  const m = useMessages(examMessages);
  const { data, error, refetch } = useQuery(examQuery(examId));
  if (data) {
    const { exam } = data;
    return exam.step === 'over' ? <ExamReview exam={exam} links={links} /> : <UnderWay exam={exam} />;
  }
  return (
    <Page title={m.documentTitle}>
      {error instanceof ApiError && (error.code === 'exams/not-found' || error.code === 'request/invalid') ? (
        <EmptyState
          title={m.notFoundTitle}
          description={m.notFound}
          action={
            <Button component={Link} href={links.exams} size="md">
              {m.toExams}
            </Button>
          }
        />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack role="status" aria-label={m.loading}>
          <Skeleton height={220} radius="lg" />
          <Skeleton height={180} radius="lg" />
        </Stack>
      )}
    </Page>
  );
}

function UnderWay({ exam }: { readonly exam: Exam }) {
  const m = useMessages(examMessages);
  const guard = useLeaveGuard(true);
  const asked = exam.questions.find(({ number }) => number === exam.position);
  return (
    <>
      {exam.step === 'question' && asked ? (
        <AskedQuestion key={asked.number} exam={exam} asked={asked} />
      ) : (
        <LevelChoice exam={exam} />
      )}
      <ConfirmDialog
        opened={guard.wished !== null}
        title={m.leaveTitle}
        confirmLabel={m.leave}
        cancelLabel={m.stay}
        onConfirm={guard.leave}
        onCancel={guard.stay}
      >
        {m.leaveText}
      </ConfirmDialog>
    </>
  );
}
