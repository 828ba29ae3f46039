import { DegradedPart } from '@ieum/signaling-protocol';
import { z } from 'zod';

export const Health = z.object({ status: z.literal('ok') });
export type Health = z.infer<typeof Health>;

/** Ready, and what works less well than it could. */
export const ReadyHealth = Health.extend({ degraded: z.array(DegradedPart) });
export type ReadyHealth = z.infer<typeof ReadyHealth>;
