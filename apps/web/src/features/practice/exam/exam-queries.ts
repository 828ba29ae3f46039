import { ExamListResponse, ExamResponse, RecordingResponse } from '@ieum/api-contract';
import type { LevelChoice } from '@ieum/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';
import { furtherOf } from './exam-progress';

const PAGE = 20;

const pathOf = (examId: string, rest = ''): string => `/api/exams/${encodeURIComponent(examId)}${rest}`;

const post = (path: string, body?: object) => apiRequest({ method: 'POST', path, body, response: ExamResponse });

/** Of all there is of exams. */
export const examsKey = ['practice', 'exams'] as const;

/** The learner's exams, newest first, a page at a time. */
export const examsQuery = infiniteQueryOptions({
  queryKey: [...examsKey, 'list'],
  initialPageParam: '',
  // Another tab may have begun or ended one.
  staleTime: 0,
  queryFn: ({ pageParam, signal }) => {
    const query = new URLSearchParams({ limit: String(PAGE), ...(pageParam ? { cursor: pageParam } : {}) });
    return apiRequest({ method: 'GET', path: `/api/exams?${query}`, response: ExamListResponse, signal });
  },
  getNextPageParam: (page) => page.nextCursor,
});

export const examQuery = (examId: string) =>
  queryOptions({
    queryKey: [...examsKey, examId],
    staleTime: 0,
    queryFn: async ({ client, queryKey, signal }) => {
      const answer = await apiRequest({ method: 'GET', path: pathOf(examId), response: ExamResponse, signal });
      // The page may have gone on meanwhile.
      return furtherOf(client.getQueryData<ExamResponse>(queryKey), answer);
    },
  });

/** What is known of a take: its sound comes when it is played. */
export const recordingQuery = (recordingId: string) =>
  queryOptions({
    queryKey: ['practice', 'recordings', recordingId],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      apiRequest({
        method: 'GET',
        path: `/api/recordings/${encodeURIComponent(recordingId)}`,
        response: RecordingResponse,
        signal,
      }),
  });

export const startExam = (id: string) => post('/api/exams', { id });

export const nextQuestion = (examId: string, from: number) => post(pathOf(examId, '/next'), { from });

export const chooseLevel = (examId: string, choice: LevelChoice) => post(pathOf(examId, '/level'), { choice });

export const countListen = (examId: string, number: number, id: string) =>
  post(pathOf(examId, `/questions/${number}/listens`), { id });

export const announceTake = (examId: string, number: number, recordingId: string) =>
  post(pathOf(examId, `/questions/${number}/takes`), { recordingId });

export const finishExam = (examId: string) => post(pathOf(examId, '/finish'));

export const deleteExam = (examId: string): Promise<void> => apiRequest({ method: 'DELETE', path: pathOf(examId) });
