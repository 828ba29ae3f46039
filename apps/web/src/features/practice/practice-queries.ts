import { DrawQuestionResponse, QuestionResponse, RecordingListResponse, SurveyResponse } from '@ieum/api-contract';
import type { DrawQuestionRequest, Survey } from '@ieum/api-contract';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { apiRequest } from '../../shared/lib/api-client';

/** For slow lines: fifteen minutes are some 7 MB. */
const AUDIO_TIMEOUT_MS = 120_000;

/** What the learner practises; `null` before they said so. */
export const surveyQuery = queryOptions({
  queryKey: ['practice', 'survey'],
  queryFn: ({ signal }) =>
    apiRequest({ method: 'GET', path: '/api/practice/survey', response: SurveyResponse, signal }),
});

export const saveSurvey = (body: Survey) =>
  apiRequest({ method: 'PUT', path: '/api/practice/survey', body, response: SurveyResponse });

/** Each call is another question. */
export const drawQuestion = (body: DrawQuestionRequest) =>
  apiRequest({ method: 'POST', path: '/api/practice/questions/draw', body, response: DrawQuestionResponse });

/** What this tab drew last: it is never asked for, only put here by a draw. */
export const lastDrawQuery = queryOptions<DrawQuestionResponse>({
  queryKey: ['practice', 'last-draw'],
  queryFn: skipToken,
  staleTime: Infinity,
  gcTime: Infinity,
});

export const questionQuery = (questionId: string) =>
  queryOptions({
    queryKey: ['practice', 'questions', questionId],
    // A question that is being answered must not change under the learner.
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      apiRequest({
        method: 'GET',
        path: `/api/practice/questions/${encodeURIComponent(questionId)}`,
        response: QuestionResponse,
        signal,
      }),
  });

/** The learner's answers to one question, newest first. */
export const takesQuery = (questionId: string) =>
  queryOptions({
    queryKey: ['practice', 'takes', questionId],
    staleTime: 0,
    queryFn: ({ signal }) =>
      apiRequest({
        method: 'GET',
        path: `/api/recordings?questionId=${encodeURIComponent(questionId)}`,
        response: RecordingListResponse,
        signal,
      }),
  });

/** The sound of one take. */
export const fetchTake = (recordingId: string, signal?: AbortSignal): Promise<Blob> =>
  apiRequest({
    method: 'GET',
    path: `/api/recordings/${encodeURIComponent(recordingId)}/audio`,
    response: 'blob',
    signal,
    timeoutMs: AUDIO_TIMEOUT_MS,
  });

export const deleteTake = (recordingId: string): Promise<void> =>
  apiRequest({ method: 'DELETE', path: `/api/recordings/${encodeURIComponent(recordingId)}` });
