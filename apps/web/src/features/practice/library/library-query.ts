import { ScriptListResponse } from '@ieum/api-contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';
import { libraryKey } from '../script/script-cache';
import { filterQuery } from './filters';
import type { Filters } from './filters';

const PAGE = 20;

/** The student's scripts, the last changed first, a page at a time. */
export const libraryQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: [...libraryKey, filters] as const,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(filterQuery(filters));
      query.set('limit', String(PAGE));
      if (pageParam) query.set('cursor', pageParam);
      return apiRequest({ method: 'GET', path: `/api/scripts?${query}`, response: ScriptListResponse, signal });
    },
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // It would fetch every page that is open again.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

type Pages = InfiniteData<ScriptListResponse>;

/** The pages without a script that is not among them any more. */
export const withoutScript = (pages: Pages | undefined, scriptId: string): Pages | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== scriptId) })),
  };
