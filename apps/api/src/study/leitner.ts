import { LAST_BOX } from '@ieum/api-contract';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How long a card rests in the box that it came into. The boxes are S. Leitner's ("So lernt man lernen", 1972), who opens
 * each about twice as late as the one before; the first one opens again while the person still sits there.
 */
const REST_MS: readonly number[] = [0, 10 * 60 * 1000, DAY_MS, 2 * DAY_MS, 4 * DAY_MS, 8 * DAY_MS];

/** Where a card goes from its box (0: it is new), and when its time comes again. What was not known begins anew. */
export function nextBox(box: number, knew: boolean, now: Date): { readonly box: number; readonly dueAt: Date } {
  const next = knew ? Math.min(Math.max(box, 1) + 1, LAST_BOX) : 1;
  return { box: next, dueAt: new Date(now.getTime() + (REST_MS[next] ?? 0)) };
}
