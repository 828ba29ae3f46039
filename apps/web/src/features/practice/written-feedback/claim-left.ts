const MINUTE_MS = 60_000;

/** What is told of the time that is left: it changes a few times in half an hour, not with each second. */
export type TimeLeft = 'enough' | 'ten' | 'five' | 'one' | 'over';

export function timeLeft(leftMs: number): TimeLeft {
  if (leftMs <= 0) return 'over';
  if (leftMs < MINUTE_MS) return 'one';
  if (leftMs < 5 * MINUTE_MS) return 'five';
  return leftMs < 10 * MINUTE_MS ? 'ten' : 'enough';
}
