const FIRST_MS = 400;
const MAX_MS = 8_000;

/** How long to wait before attempt number `attempt` (from 0): doubling, with jitter, so that tabs do not come at once. */
export function reconnectDelay(attempt: number, random: number): number {
  const ceiling = Math.min(MAX_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * (0.5 + random / 2));
}
