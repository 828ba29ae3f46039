import { ApiError } from '../../../shared/lib/api-error';

const FIRST_MS = 3_000;
const LONGEST_MS = 30_000;

/** A take that nobody announced is no answer of its exam: what passes is tried again for as long as the page lives. */
export const announceRetry = {
  retry: (_failures: number, error: Error): boolean =>
    error instanceof ApiError && (error.isPassing || error.awaitsToken),
  retryDelay: (failures: number): number => Math.min(FIRST_MS * 2 ** failures, LONGEST_MS),
};
