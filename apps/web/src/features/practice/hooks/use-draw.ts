import type { DrawQuestionRequest, DrawQuestionResponse } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../shared/lib/api-error';
import { Listens } from '../listens';
import { drawQuestion, lastDrawQuery, questionQuery, surveyQuery } from '../practice-queries';

/** Draws a question, which is then here already when its page opens. */
export function useDraw(onDrawn: (questionId: string) => void) {
  const client = useQueryClient();
  const draw = useMutation({
    mutationFn: drawQuestion,
    onSuccess: (drawn) => {
      const { question } = drawn;
      new Listens(localStorage).beginAnew(question.id);
      client.setQueryData(questionQuery(question.id).queryKey, { question });
      client.setQueryData(lastDrawQuery.queryKey, drawn);
    },
    onError: (error) => {
      // Whoever has no survey is asked for one.
      if (error instanceof ApiError && error.code === 'questions/no-survey')
        client.setQueryData(surveyQuery.queryKey, { survey: null });
    },
  });
  // Whoever has left the page meanwhile stays where they are.
  const onSuccess = ({ question }: DrawQuestionResponse): void => onDrawn(question.id);
  return { ...draw, mutate: (wanted: DrawQuestionRequest) => draw.mutate(wanted, { onSuccess }) };
}
