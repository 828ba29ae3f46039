import { FeedbackDraftResponse, FeedbackJobListResponse, FeedbackJobResponse } from '@ieum/api-contract';
import type { SaveFeedbackDraftRequest } from '@ieum/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';

const ROOT = '/api/mentors/me/written-feedback';
const pathOf = (id: string, rest = '') => `${ROOT}/${encodeURIComponent(id)}${rest}`;
/** Nobody tells the page what others claim: it looks, also when it is looked at again. */
const LOOK_EVERY_MS = 30_000;
/** For slow lines: fifteen minutes are some 7 MB. */
const AUDIO_TIMEOUT_MS = 120_000;

export const jobsKey = ['practice', 'feedback-jobs'] as const;

/** `waiting`: for anybody who helps with spoken English. `mine`: what the mentor has had a part in. */
export const jobListQuery = (which: 'waiting' | 'mine') =>
  infiniteQueryOptions({
    queryKey: [...jobsKey, 'list', which] as const,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const root = which === 'waiting' ? `${ROOT}/waiting` : ROOT;
      const path = pageParam ? `${root}?cursor=${encodeURIComponent(pageParam)}` : root;
      return apiRequest({ method: 'GET', path, response: FeedbackJobListResponse, signal });
    },
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  });

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: [...jobsKey, 'one', id] as const,
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
    queryFn: ({ signal }) => apiRequest({ method: 'GET', path: pathOf(id), response: FeedbackJobResponse, signal }),
  });

export const loadJob = (id: string) => apiRequest({ method: 'GET', path: pathOf(id), response: FeedbackJobResponse });

export const changeJob = (id: string, change: 'claim' | 'extend' | 'release') =>
  apiRequest({ method: 'POST', path: pathOf(id, `/${change}`), response: FeedbackJobResponse });

export const saveFeedbackDraft = (id: string, body: SaveFeedbackDraftRequest) =>
  apiRequest({ method: 'PUT', path: pathOf(id, '/draft'), body, response: FeedbackDraftResponse });

export const answerJob = (id: string, revision: number) =>
  apiRequest({ method: 'POST', path: pathOf(id, '/answer'), body: { revision }, response: FeedbackJobResponse });

export const fetchJobTake = (id: string, recordingId: string, signal: AbortSignal): Promise<Blob> =>
  apiRequest({
    method: 'GET',
    path: pathOf(id, `/takes/${encodeURIComponent(recordingId)}/audio`),
    response: 'blob',
    signal,
    timeoutMs: AUDIO_TIMEOUT_MS,
  });
