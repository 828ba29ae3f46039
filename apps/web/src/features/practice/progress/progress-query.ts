import { PracticeProgressResponse } from '@ieum/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';

/** What was practised in the last weeks, by the calendar of this device. */
export const practiceProgressQuery = (weeks: string) =>
  queryOptions({
    queryKey: ['practice', 'progress', weeks],
    // Another take may have come since the page was seen last.
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ weeks, timeZone: deviceTimeZone() });
      return apiRequest({
        method: 'GET',
        path: `/api/practice/progress?${query}`,
        response: PracticeProgressResponse,
        signal,
      });
    },
  });

/** Where the browser does not say: the one that all others are told by. */
const deviceTimeZone = (): string =>
  (new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string }).timeZone ?? 'UTC';
