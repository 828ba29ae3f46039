import { z } from 'zod';

const MINUTE_MS = 60_000;
/** The longest countdown that can be set, in minutes. */
export const MOST_MINUTES = 180;
const Length = z
  .int()
  .min(1_000)
  .max(MOST_MINUTES * MINUTE_MS);

/**
 * The countdown as it stands in the document, written as a whole so that two people who press at once never get half of
 * each. Running: `endsAt`, by the server's clock; paused: `pausedMs`, what was left; neither: not begun.
 */
export const Countdown = z.object({
  lengthMs: Length,
  endsAt: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
  pausedMs: z.number().int().min(0).nullable(),
});
export type Countdown = z.infer<typeof Countdown>;

export const NO_COUNTDOWN: Countdown = { lengthMs: 5 * MINUTE_MS, endsAt: null, pausedMs: null };

export type CountdownStatus = 'idle' | 'running' | 'paused' | 'over';

/** In milliseconds, `now` being of the server's clock; never less than nothing, nor more than its length. */
export function remainingMs({ lengthMs, endsAt, pausedMs }: Countdown, now: number): number {
  const left = endsAt === null ? (pausedMs ?? lengthMs) : endsAt - now;
  return Math.min(lengthMs, Math.max(0, left));
}

export function statusOf(countdown: Countdown, now: number): CountdownStatus {
  if (countdown.endsAt !== null) return remainingMs(countdown, now) > 0 ? 'running' : 'over';
  return countdown.pausedMs === null ? 'idle' : 'paused';
}

/** As it is chosen, in minutes; `null` when it cannot be so long. */
export function countdownOf(minutes: number): Countdown | null {
  const lengthMs = Math.round(minutes * 60) * 1_000;
  return Length.safeParse(lengthMs).success ? { ...NO_COUNTDOWN, lengthMs } : null;
}

/** Starts it, or goes on where it was paused. One that is over starts anew. */
export function started(countdown: Countdown, now: number): Countdown {
  const left = statusOf(countdown, now) === 'over' ? countdown.lengthMs : remainingMs(countdown, now);
  return { ...countdown, endsAt: Math.round(now) + left, pausedMs: null };
}

export const paused = (countdown: Countdown, now: number): Countdown => ({
  ...countdown,
  endsAt: null,
  pausedMs: Math.round(remainingMs(countdown, now)),
});

export const reset = ({ lengthMs }: Countdown): Countdown => ({ ...NO_COUNTDOWN, lengthMs });
