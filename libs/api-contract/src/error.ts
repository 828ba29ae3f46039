import { ProtocolError } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** The body of every answer with a status of 400 or more. */
export const ErrorBody = z.object({ error: ProtocolError });
export type ErrorBody = z.infer<typeof ErrorBody>;
