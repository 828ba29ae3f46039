import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../shared/lib/api-error';

const TRIES = 3;

/** One user's cache of what the API answered. Only what may pass by itself is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => error instanceof ApiError && error.isPassing && failures < TRIES,
        retryDelay: (attempt, error) =>
          Math.max(Math.min(8_000, 500 * 2 ** attempt), (error instanceof ApiError && error.retryAfterMs) || 0),
      },
      mutations: { networkMode: 'always' },
    },
  });
}
