import {
  AdminAudit,
  AdminCalls,
  AdminCallTimeline,
  AdminEmail,
  AdminMentors,
  AdminOverview,
  AdminPeople,
  AdminPerson,
} from '@ieum/api-contract';
import type { SetApprovalRequest } from '@ieum/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../shared/lib/api-client';

/** While the page is in sight; a hidden one asks nothing. */
const NOW_EVERY_MS = 3_000;
const LIST_EVERY_MS = 15_000;
/** What happened in longer than that is much to gather, and hardly changes. */
const DAY_HOURS = 24;

export const overviewQuery = queryOptions({
  queryKey: ['admin', 'overview'],
  staleTime: 0,
  refetchInterval: NOW_EVERY_MS,
  queryFn: ({ signal }) => apiRequest({ method: 'GET', path: '/api/admin/overview', response: AdminOverview, signal }),
});

export const mentorsQuery = queryOptions({
  queryKey: ['admin', 'mentors'],
  staleTime: 0,
  refetchInterval: LIST_EVERY_MS,
  queryFn: ({ signal }) => apiRequest({ method: 'GET', path: '/api/admin/mentors', response: AdminMentors, signal }),
});

export const peopleKey = ['admin', 'people'] as const;

export const peopleQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, query],
    // Each search is written down: only a person begins one.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: query !== '',
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ query, ...(pageParam ? { cursor: pageParam } : {}) });
      return apiRequest({ method: 'GET', path: `/api/admin/people?${search}`, response: AdminPeople, signal });
    },
    getNextPageParam: (page) => page.nextCursor,
  });

export const callsQuery = (hours: number) =>
  queryOptions({
    queryKey: ['admin', 'calls', hours],
    staleTime: 0,
    refetchInterval: hours <= DAY_HOURS && LIST_EVERY_MS,
    queryFn: ({ signal }) =>
      apiRequest({ method: 'GET', path: `/api/admin/calls?hours=${hours}`, response: AdminCalls, signal }),
  });

export const callQuery = (consultId: string) =>
  queryOptions<AdminCallTimeline>({
    queryKey: ['admin', 'call', consultId],
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.closedAt === null ? NOW_EVERY_MS : false),
    queryFn: ({ signal }) =>
      apiRequest({
        method: 'GET',
        path: `/api/admin/calls/${encodeURIComponent(consultId)}`,
        response: AdminCallTimeline,
        signal,
      }),
  });

export const auditQuery = infiniteQueryOptions({
  queryKey: ['admin', 'audit'],
  staleTime: 0,
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ limit: '50', ...(pageParam ? { cursor: pageParam } : {}) });
    return apiRequest({ method: 'GET', path: `/api/admin/audit?${search}`, response: AdminAudit, signal });
  },
  getNextPageParam: (page) => page.nextCursor,
});

export const fetchEmail = (userId: string) =>
  apiRequest({
    method: 'GET',
    path: `/api/admin/people/${encodeURIComponent(userId)}/email`,
    response: AdminEmail,
  });

export function setApproval(userId: string, approved: boolean): Promise<AdminPerson> {
  const body: SetApprovalRequest = { approved };
  const path = `/api/admin/mentors/${encodeURIComponent(userId)}/approval`;
  return apiRequest({ method: 'PUT', path, body, response: AdminPerson });
}
