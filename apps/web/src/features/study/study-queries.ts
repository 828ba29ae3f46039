import { AnswerCardResponse, PracticeResponse, ProgressResponse } from '@ieum/api-contract';
import type { AnswerCardRequest, PracticeCard } from '@ieum/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../shared/lib/api-client';

/** How many corrections of each kind each feedback brought. */
export const progressQuery = queryOptions({
  queryKey: ['study', 'progress'],
  // A feedback may have come, or gone, since the page was seen last.
  staleTime: 0,
  queryFn: ({ signal }) =>
    apiRequest({ method: 'GET', path: '/api/study/progress', response: ProgressResponse, signal }),
});

/** The cards whose time has come. */
export const practiceQuery = queryOptions({
  queryKey: ['study', 'cards'],
  staleTime: 0,
  queryFn: ({ signal }) => apiRequest({ method: 'GET', path: '/api/study/cards', response: PracticeResponse, signal }),
});

/** What the student said of a card; the same answer twice counts once. */
export function answerCard({ consultId, position, box }: PracticeCard, knew: boolean): Promise<AnswerCardResponse> {
  const body: AnswerCardRequest = { position, box, knew };
  const path = `/api/study/cards/${encodeURIComponent(consultId)}`;
  return apiRequest({ method: 'POST', path, body, response: AnswerCardResponse });
}
