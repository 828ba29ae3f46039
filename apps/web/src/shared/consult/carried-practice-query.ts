import { CarriedPracticeResponse } from '@ieum/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../lib/api-client';

/** For slow lines: fifteen minutes are some 7 MB. */
const SOUND_TIMEOUT_MS = 120_000;

const pathOf = (consultId: string, rest = '') => `/api/consults/${encodeURIComponent(consultId)}/practice${rest}`;

/** What a consult carries of its student's practice; `null`: nothing, or nothing that one may see. */
export const carriedPracticeQuery = (consultId: string) =>
  queryOptions({
    queryKey: ['consults', 'practice', consultId] as const,
    // The student may take something back at any moment.
    staleTime: 0,
    gcTime: 0,
    queryFn: async ({ signal }) =>
      (await apiRequest({ method: 'GET', path: pathOf(consultId), response: CarriedPracticeResponse, signal }))
        .practice,
  });

/** The sound of takes that this consult carries. */
export const carriedSounds =
  (consultId: string) =>
  (recordingId: string, signal?: AbortSignal): Promise<Blob> =>
    apiRequest({
      method: 'GET',
      path: pathOf(consultId, `/recordings/${encodeURIComponent(recordingId)}/sound`),
      response: 'blob',
      signal,
      timeoutMs: SOUND_TIMEOUT_MS,
    });
