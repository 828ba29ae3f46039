import { ConsultHistory } from '@ieum/api-contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { consultKeys } from '../../../shared/consult/consult-queries';
import { useConsultPushes } from '../../../shared/consult/use-consult';
import { apiRequest } from '../../../shared/lib/api-client';

const PAGE = 20;

/** The user's consults of both sides, newest first, a page at a time. */
export function useHistory() {
  useConsultPushes();
  return useInfiniteQuery({
    queryKey: consultKeys.history,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(PAGE), ...(pageParam ? { cursor: pageParam } : {}) });
      return apiRequest({ method: 'GET', path: `/api/consults?${query}`, response: ConsultHistory, signal });
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}
