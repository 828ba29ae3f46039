import type { Exam, ExamQuestion, Recording } from '@ieum/api-contract';
import { FIRST_HALF } from '@ieum/api-contract';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Page } from '../../../../shared/ui/page';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { useStoredTake } from '../../hooks/use-stored-take';
import { recorderMessages } from '../../recorder/recorder-messages';
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
  const r = useMessages(recorderMessages);
  const { next, listen, announce, look } = useExam(exam);
  const refresh = useStoredTake();
  const [asks, setAsks] = useState<'skip' | 'lose' | null>(null);
  const [begun, setBegun] = useState<readonly string[]>([]);
  const [unkept, setUnkept] = useState(false);
  const { number, question } = asked;
  const title = m.question({ n: number, of: exam.total });
  const hasAnswer = begun.length > 0 || asked.awaited || asked.recordingId !== null;
  const goOn = () => {
    if (next.isPending) return;
    setAsks(null);
    next.mutate();
  };
  const onNext = () => {
    if (unkept) return setAsks('lose');
    if (!hasAnswer) return setAsks('skip');
    goOn();
  };
  const onBegun = (recordingId: string) => {
    setBegun((ids) => [...ids, recordingId]);
    announce.mutate(recordingId);
  };
  const onStored = (take: Recording) => {
    // Once more: what was said of it as it began may have been refused.
    if (begun.includes(take.id)) announce.mutate(take.id);
    look();
    refresh(take);
  };
  const { error: listenError } = listen;
  const refused = listenError instanceof ApiError && listenError.code === 'exams/no-listens-left';
  return (
    <Page title={title} documentTitle={`${title} · ${m.documentTitle}`}>
      <Stack gap="xl">
        <TimeLeft exam={exam} onOver={look} />
        <ExamListening asked={asked} refused={refused} onListened={() => listen.mutate()} />
        <ExamRecorder questionId={question.id} onBegun={onBegun} onStored={onStored} onUnkept={setUnkept} />
        {announce.error && <ErrorState error={announce.error} />}
        {next.error && <ErrorState error={next.error} />}
        <div className={classes.forwards}>
          <SteadyButton size="xl" loading={next.isPending} onClick={onNext}>
            {number === exam.total ? m.end : number === FIRST_HALF ? m.toLevel : m.next}
          </SteadyButton>
          <Text c="dimmed">{m.forwards}</Text>
        </div>
      </Stack>
      <ConfirmDialog
        opened={asks === 'skip'}
        title={m.skipTitle}
        confirmLabel={m.skip}
        cancelLabel={m.stay}
        onConfirm={goOn}
        onCancel={() => setAsks(null)}
      >
        {m.skipText}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asks === 'lose'}
        title={r.leaveTitle}
        confirmLabel={r.leave}
        cancelLabel={r.stay}
        danger
        onConfirm={goOn}
        onCancel={() => setAsks(null)}
      >
        {r.leaveText}
      </ConfirmDialog>
    </Page>
  );
}
