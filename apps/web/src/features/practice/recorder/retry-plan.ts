import type { ApiError } from '../../../shared/lib/api-error';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** As often as a slice that was damaged on its way, or one that the server misses after all, is sent again. */
const MOST_REPAIRS = 3;

/** How long to wait after a failure: longer each time, and not all pages at once. `random`: 0 to 1. */
export function retryDelay(failures: number, random: number, retryAfterMs = 0): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.max(retryAfterMs, Math.round(full * (0.5 + random / 2)));
}

/** Whether the same request may go well a little later. `repairs`: how often that was tried for what can be mended. */
export function mayPass(error: ApiError, repairs: number): boolean {
  if (error.isPassing || error.awaitsToken || (error.status ?? 0) >= 500) return true;
  // Not one of ours, as from a network that wants a log-in first.
  if (error.code === 'network/bad-answer') return (error.status ?? 0) < 400;
  return isRepairable(error) && repairs < MOST_REPAIRS;
}

/** What may go well when the server is asked what it has, and gets that again. */
export const isRepairable = ({ code }: ApiError): boolean => REPAIRABLE.includes(code);

const REPAIRABLE: readonly string[] = ['recordings/incomplete', 'recordings/digest-mismatch'];
