import { z } from 'zod';

/** Text of several lines as a person types it: no control characters but line breaks and tabs, no half surrogate pairs. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u);
