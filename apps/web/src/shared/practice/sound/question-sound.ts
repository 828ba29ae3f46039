import { apiRequest } from '../../lib/api-client';

/** For slow lines: a file has 5 MB at the most. */
const TIMEOUT_MS = 120_000;

/** The question as somebody has spoken it. */
export const fetchQuestionSound = (questionId: string, signal?: AbortSignal): Promise<Blob> =>
  apiRequest({
    method: 'GET',
    path: `/api/practice/questions/${encodeURIComponent(questionId)}/sound`,
    response: 'blob',
    signal,
    timeoutMs: TIMEOUT_MS,
  });
