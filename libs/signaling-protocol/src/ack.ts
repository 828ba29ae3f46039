import { z } from 'zod';
import { ProtocolError } from './errors';

/** The answer to every request on the socket. */
export type Ack<T> = { ok: true; data: T } | { ok: false; error: ProtocolError };

/** The schema of the answer whose data is `data`. */
export function ackOf<T extends z.ZodType>(data: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), data }),
    z.object({ ok: z.literal(false), error: ProtocolError }),
  ]);
}
