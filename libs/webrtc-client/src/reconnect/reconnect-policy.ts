/** When to look for a new path (ICE restart, RFC 8445 §2.4), how often, and when to give up. Times in milliseconds. */
export interface ReconnectPolicy {
  /** How long a wavering path may come back by itself before the first restart. */
  readonly graceMs: number;
  /** How much longer than the impolite peer the polite one waits, so that one offer does for both. */
  readonly politeExtraMs: number;
  /** Restarts in a row without success before the session is `failed`. */
  readonly maxAttempts: number;
  /** How long attempt number `attempt` (from 1) has before the next one. */
  attemptMs(attempt: number): number;
}

/**
 * The default: 3 s of grace, then restarts 4, 8, 16, 30, 30 … s apart, eight in all: some three minutes.
 * Any figure can be replaced: `backoffPolicy({ maxAttempts: 3 })`.
 */
export function backoffPolicy(changes: Partial<ReconnectPolicy> = {}): ReconnectPolicy {
  return {
    graceMs: 3_000,
    politeExtraMs: 5_000,
    maxAttempts: 8,
    attemptMs: (attempt) => Math.min(4_000 * 2 ** (attempt - 1), 30_000),
    ...changes,
  };
}
