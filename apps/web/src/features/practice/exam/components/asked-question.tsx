import type { Exam, ExamQuestion, Recording } from '@ieum/api-contract';
import { FIRST_HALF } from '@ieum/api-contract';
import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Page } from '../../../../shared/ui/page';
import { takesQuery } from '../../practice-queries';
import { libraryKey } from '../../script/script-cache';
import { examMessages } from '../exam-messages';
import { useExam } from '../use-exam';
import { ExamListening } from './exam-listening';
import { ExamRecorder } from './exam-recorder';
import classes from './exam.module.css';
import { TimeLeft } from './time-left';

interface AskedQuestionProps {
  readonly exam: Exam;
  readonly asked: ExamQuestion;
}

/** One question of an exam: heard, answered, and on. */
export function AskedQuestion({ exam, asked }: AskedQuestionProps) {
  const m = useMessages(examMessages);
  const client = useQueryClient();
  const { next, listen, announce, look } = useExam(exam);
  const [asks, setAsks] = useState(false);
  const [begun, setBegun] = useState(false);
  const { number, question } = asked;
  const title = m.question({ n: number, of: exam.total });
  const hasAnswer = begun || asked.awaited || asked.recordingId !== null;
  const goOn = () => {
    if (next.isPending) return;
    setAsks(false);
    next.mutate();
  };
  const onBegun = (recordingId: string) => {
    setBegun(true);
    announce.mutate(recordingId);
  };
  const onStored = (take: Recording) => {
    look();
    void client.invalidateQueries({ queryKey: takesQuery(take.questionId).queryKey });
    client.removeQueries({ queryKey: libraryKey, type: 'inactive' });
  };
  const { error: listenError } = listen;
  const refused = listenError instanceof ApiError && listenError.code === 'exams/no-listens-left';
  return (
    <Page title={title} documentTitle={`${title} · ${m.documentTitle}`}>
      <Stack gap="xl">
        <TimeLeft exam={exam} onOver={look} />
        <ExamListening asked={asked} refused={refused} onListened={() => listen.mutate()} />
        <ExamRecorder questionId={question.id} onBegun={onBegun} onStored={onStored} />
        {next.error && <ErrorState error={next.error} />}
        <div className={classes.forwards}>
          <Button size="xl" loading={next.isPending} onClick={() => (hasAnswer ? goOn() : setAsks(true))}>
            {number === exam.total ? m.end : number === FIRST_HALF ? m.toLevel : m.next}
          </Button>
          <Text c="dimmed">{m.forwards}</Text>
        </div>
      </Stack>
      <ConfirmDialog
        opened={asks}
        title={m.skipTitle}
        confirmLabel={m.skip}
        cancelLabel={m.stay}
        onConfirm={goOn}
        onCancel={() => setAsks(false)}
      >
        {m.skipText}
      </ConfirmDialog>
    </Page>
  );
}
