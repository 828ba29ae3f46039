import type { Exam, LevelChoice } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiError } from '../../../shared/lib/api-error';
import { announceRetry } from './announce-retry';
import {
  announceTake,
  chooseLevel,
  countListen,
  examQuery,
  examsQuery,
  finishExam,
  nextQuestion,
} from './exam-queries';
import { furtherOf } from './exam-progress';

/** What can be done in an exam that goes on. What the server answers is what the page shows. */
export function useExam({ id, position }: Pick<Exam, 'id' | 'position'>) {
  const client = useQueryClient();
  const { queryKey } = examQuery(id);
  const look = useCallback(() => void client.invalidateQueries({ queryKey: examQuery(id).queryKey }), [client, id]);
  const told = {
    onSuccess: (answer: Awaited<ReturnType<typeof finishExam>>) => {
      client.setQueryData(queryKey, (known) => furtherOf(known, answer));
      if (answer.exam.step === 'over') void client.invalidateQueries({ queryKey: examsQuery.queryKey });
    },
    // Another tab went on, or the time is over.
    onError: (error: Error) => {
      if (error instanceof ApiError && error.code.startsWith('exams/')) look();
    },
  };
  const next = useMutation({ mutationFn: () => nextQuestion(id, position), ...told });
  const choose = useMutation({ mutationFn: (choice: LevelChoice) => chooseLevel(id, choice), ...told });
  const listen = useMutation({ mutationFn: () => countListen(id, position, crypto.randomUUID()), ...told });
  const finish = useMutation({ mutationFn: () => finishExam(id), ...told });
  // It goes on being told while the learner is at the next question already.
  const announce = useMutation({
    mutationFn: (recordingId: string) => announceTake(id, position, recordingId),
    ...announceRetry,
    ...told,
  });
  return { next, choose, listen, finish, announce, look };
}
