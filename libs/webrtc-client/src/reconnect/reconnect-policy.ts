/** When a session looks for a new path, and how. Times in milliseconds. */
export interface ReconnectPolicy {
  /** How long a connection whose offer was answered may look for its path before the first step. */
  readonly connectMs: number;
  /** How long a path that the browser calls `disconnected` may come back by itself before the first step. */
  readonly graceMs: number;
  /** How much longer than the impolite peer the polite one waits, so that one offer does for both. */
  readonly politeExtraMs: number;
  /** How long an ICE restart has (RFC 8445 §2.4). */
  readonly restartMs: number;
  /** How much longer, when its offer was not even answered: then signaling is down, and a new connection would not help. */
  readonly unansweredMs: number;
  /** How long a new connection has. */
  readonly reconnectMs: number;
  /** How long retry number `attempt` (from 1) has, after everything was tried once. They never end. */
  retryMs(attempt: number): number;
}

/**
 * The default: 15 s to find a path at all; when one is lost 3 s of grace; 4 s for a restart (24 s while it is not answered), 8 s for a new connection, 8 s for a
 * relayed one; then a new connection after 5, 10, 20, 30, 30 … s. Any figure can be replaced:
 * `backoffPolicy({ graceMs: 1_000 })`.
 */
export function backoffPolicy(changes: Partial<ReconnectPolicy> = {}): ReconnectPolicy {
  return {
    connectMs: 15_000,
    graceMs: 3_000,
    politeExtraMs: 1_500,
    restartMs: 4_000,
    unansweredMs: 20_000,
    reconnectMs: 8_000,
    retryMs: (attempt) => Math.min(5_000 * 2 ** (attempt - 1), 30_000),
    ...changes,
  };
}
