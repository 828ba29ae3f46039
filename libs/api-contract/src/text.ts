import { text } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** One line a person typed: trimmed, no control characters, `min` to `max` UTF-16 code units. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]*$/u);

/** Text of several lines: trimmed, at least `min` and at most `max` UTF-16 code units. */
export const paragraph = (min: number, max: number) => z.string().trim().min(min).pipe(text(max));
