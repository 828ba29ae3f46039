import { MAX_RECORDING_MS } from '@ieum/api-contract';
import { z } from 'zod';

/**
 * What both hear, as it stands in the document: written as a whole, so that two people who press at once never get half of
 * each. While it plays, where it is follows from `at`, by the server's clock; nobody writes how it goes on.
 */
export const Playback = z.object({
  recordingId: z.uuid(),
  playing: z.boolean(),
  /** Where it was in the take at `at`. */
  atMs: z.number().int().min(0).max(MAX_RECORDING_MS),
  at: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  by: z.enum(['mentor', 'student']),
});
export type Playback = z.infer<typeof Playback>;

/** Where in the take both are, in milliseconds. */
export function positionOf({ playing, atMs, at }: Playback, now: number, durationMs: number): number {
  return Math.min(durationMs, playing ? atMs + Math.max(0, now - at) : atMs);
}

/** One that came to its end does not play any more, though nobody stopped it. */
export const isRunning = (playback: Playback, now: number, durationMs: number): boolean =>
  playback.playing && positionOf(playback, now, durationMs) < durationMs;
