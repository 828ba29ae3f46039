import { ScriptResponse, WrittenFeedbackListResponse, WrittenFeedbackResponse } from '@ieum/api-contract';
import type { AskForWrittenFeedbackRequest, SaveCorrectedRequest } from '@ieum/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';
import { ApiError } from '../../../shared/lib/api-error';

const ROOT = '/api/written-feedback';
const pathOf = (id: string, rest = '') => `${ROOT}/${encodeURIComponent(id)}${rest}`;
/** Nobody tells the page when a mentor comes or goes: it looks, also when it is looked at again. */
const LOOK_EVERY_MS = 30_000;

export const ownListQuery = infiniteQueryOptions({
  queryKey: ['practice', 'written-feedback', 'own'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) => {
    const path = pageParam ? `${ROOT}?cursor=${encodeURIComponent(pageParam)}` : ROOT;
    return apiRequest({ method: 'GET', path, response: WrittenFeedbackListResponse, signal });
  },
  getNextPageParam: (page) => page.nextCursor,
  staleTime: 0,
  refetchInterval: LOOK_EVERY_MS,
});

export const ownQuery = (id: string) =>
  queryOptions<WrittenFeedbackResponse>({
    queryKey: ['practice', 'written-feedback', 'one', id],
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data && data.writtenFeedback.status !== 'waiting' && data.writtenFeedback.status !== 'claimed'
        ? false
        : LOOK_EVERY_MS,
    queryFn: ({ signal }) => apiRequest({ method: 'GET', path: pathOf(id), response: WrittenFeedbackResponse, signal }),
  });

export const askForFeedback = (body: AskForWrittenFeedbackRequest) =>
  apiRequest({ method: 'POST', path: ROOT, body, response: WrittenFeedbackResponse });

export const withdrawFeedback = (id: string) =>
  apiRequest({ method: 'POST', path: pathOf(id, '/withdraw'), response: WrittenFeedbackResponse });

export const acceptFeedback = (id: string, body: SaveCorrectedRequest) =>
  apiRequest({ method: 'POST', path: pathOf(id, '/accept'), body, response: ScriptResponse });

export async function deleteFeedback(id: string): Promise<void> {
  try {
    await apiRequest({ method: 'DELETE', path: pathOf(id) });
  } catch (error) {
    // Deleted in another tab, or the answer to an earlier try was lost.
    if (!(error instanceof ApiError && error.code === 'written-feedback/not-found')) throw error;
  }
}
