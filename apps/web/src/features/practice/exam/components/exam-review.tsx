import type { Exam } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Page } from '../../../../shared/ui/page';
import { Section } from '../../../../shared/ui/section';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { deleteExam, examQuery, examsQuery } from '../exam-queries';
import { reviewMessages } from '../review-messages';
import { useTakesOnTheirWay } from '../use-takes-on-their-way';
import type { ExamLinks } from './exam-links';
import classes from './exam.module.css';
import { ReviewedAnswer } from './reviewed-answer';

const LOOK_AGAIN_MS = 3_000;
/** By then an answer has arrived, or comes from another device some day. */
const LOOK_FOR_MS = 10 * 60_000;

interface ExamReviewProps {
  readonly exam: Exam;
  readonly links: ExamLinks;
}

/** What an exam was: every question that was asked, and what was answered. */
export function ExamReview({ exam, links }: ExamReviewProps) {
  const m = useMessages(reviewMessages);
  const { questions, total, finishedAt, endsAt } = exam;
  useTakesOnTheirWay();
  const isAwaited = questions.some(({ awaited }) => awaited);
  useQuery({
    ...examQuery(exam.id),
    refetchInterval: () =>
      isAwaited && Date.now() - Date.parse(finishedAt ?? endsAt) < LOOK_FOR_MS ? LOOK_AGAIN_MS : false,
  });
  const answered = questions.filter(({ recordingId }) => recordingId !== null).length;
  const ending = finishedAt === endsAt ? m.byTime : questions.length < total ? m.endedEarly : m.done;
  const lead = `${ending} ${m.answered({ n: answered, of: total })}`;
  return (
    <Page title={m.title} lead={lead}>
      <Stack gap="lg">
        <Section title={m.answers} lead={m.openHint}>
          <Stack component="ol" className={classes.list} gap="md">
            {questions.map((asked) => (
              <ReviewedAnswer key={asked.number} asked={asked} href={links.question(asked.question.id)} />
            ))}
          </Stack>
          {questions.length < total && (
            <Text mt="md" c="dimmed">
              {m.notReached({ n: total - questions.length })}
            </Text>
          )}
        </Section>
        <Group gap="sm">
          <Button component={Link} href={links.exams} size="lg">
            {m.again}
          </Button>
          <DeleteExam examId={exam.id} examsHref={links.exams} />
        </Group>
      </Stack>
    </Page>
  );
}

function DeleteExam({ examId, examsHref }: { readonly examId: string; readonly examsHref: string }) {
  const m = useMessages(reviewMessages);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteExam(examId),
    onSuccess: () => {
      navigate(examsHref);
      client.removeQueries({ queryKey: examQuery(examId).queryKey });
      void client.invalidateQueries({ queryKey: examsQuery.queryKey });
    },
  });
  return (
    <>
      <SteadyButton variant="subtle" color="red" size="lg" loading={remove.isPending} onClick={() => setAsks(true)}>
        {m.delete}
      </SteadyButton>
      {remove.error && <ErrorState error={remove.error} />}
      <ConfirmDialog
        opened={asks}
        title={m.deleteTitle}
        confirmLabel={m.delete}
        cancelLabel={m.keep}
        danger
        onConfirm={() => {
          setAsks(false);
          remove.mutate();
        }}
        onCancel={() => setAsks(false)}
      >
        {m.deleteText}
      </ConfirmDialog>
    </>
  );
}
