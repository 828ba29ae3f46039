import { ApiError } from '../../shared/lib/api-error';

const FIRST_MS = 2_000;
const MAX_MS = 30_000;
/** A mistake of the server may be a hiccup or last: after so many in a row it is not worth another try. */
const INTERNAL_TRIES = 5;

/** How long to wait before a request that failed is sent again; `null`: it would fail the same way for ever. */
export function delayAfter(error: unknown, failures: number): number | null {
  if (!(error instanceof ApiError)) return null;
  const hiccup = error.code === 'server/internal' && failures < INTERNAL_TRIES;
  if (!error.isPassing && !hiccup) return null;
  return Math.max(Math.min(MAX_MS, FIRST_MS * 2 ** (failures - 1)), error.retryAfterMs ?? 0);
}
