import {
  type AdminQuestion,
  AdminQuestionResponse,
  AdminQuestions,
  type ChangeQuestionRequest,
  type ImportQuestionsRequest,
  ImportQuestionsResponse,
  type QuestionFileFormat,
  type QuestionInput,
} from '@ieum/api-contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';

const PATH = '/api/admin/questions';

/** Which questions to show; an empty text is any. */
export interface QuestionChoice {
  readonly topic: string;
  readonly type: string;
  readonly retired: 'no' | 'yes' | 'any';
  readonly q: string;
}

export const questionsKey = ['admin', 'questions'] as const;

export const questionsQuery = (choice: QuestionChoice) =>
  infiniteQueryOptions({
    queryKey: [...questionsKey, choice],
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const wanted = Object.entries({ ...choice, cursor: pageParam }).filter(([, value]) => value !== '');
      return apiRequest({
        method: 'GET',
        path: `${PATH}?${new URLSearchParams(wanted)}`,
        response: AdminQuestions,
        signal,
      });
    },
    getNextPageParam: (page) => page.nextCursor,
  });

export async function addQuestion(body: QuestionInput): Promise<AdminQuestion> {
  return (await apiRequest({ method: 'POST', path: PATH, body, response: AdminQuestionResponse })).question;
}

export async function changeQuestion(id: string, body: ChangeQuestionRequest): Promise<AdminQuestion> {
  return (await apiRequest({ method: 'PUT', path: `${PATH}/${id}`, body, response: AdminQuestionResponse })).question;
}

export async function setRetired(id: string, retired: boolean): Promise<AdminQuestion> {
  const path = `${PATH}/${id}/${retired ? 'retire' : 'restore'}`;
  return (await apiRequest({ method: 'POST', path, response: AdminQuestionResponse })).question;
}

/** For slow lines: a file has 5 MB at the most. */
const SOUND_TIMEOUT_MS = 120_000;

/** From now on learners hear the question by this file. */
export async function setSound(id: string, file: Blob): Promise<AdminQuestion> {
  const content = new Uint8Array(await file.arrayBuffer());
  const answer = await apiRequest({
    method: 'PUT',
    path: `${PATH}/${id}/sound`,
    bytes: { content },
    timeoutMs: SOUND_TIMEOUT_MS,
    response: AdminQuestionResponse,
  });
  return answer.question;
}

export async function removeSound(id: string): Promise<AdminQuestion> {
  const path = `${PATH}/${id}/sound`;
  return (await apiRequest({ method: 'DELETE', path, response: AdminQuestionResponse })).question;
}

export const fetchQuestionFile = (format: QuestionFileFormat): Promise<Blob> =>
  apiRequest({ method: 'GET', path: `${PATH}/export?format=${format}`, response: 'blob' });

export const importQuestions = (body: ImportQuestionsRequest, dryRun: boolean): Promise<ImportQuestionsResponse> =>
  apiRequest({
    method: 'POST',
    path: `${PATH}/import?dryRun=${dryRun}`,
    body,
    response: ImportQuestionsResponse,
  });
