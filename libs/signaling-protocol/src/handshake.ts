import { z } from 'zod';

/**
 * What a client puts into Socket.IO's `auth` when it connects: the access token of the REST API and the version of
 * this contract that it speaks. A refusal arrives as `connect_error` whose `data` is a `ProtocolError`.
 */
export const Handshake = z.object({
  token: z.string().min(1).max(4096),
  protocol: z.number().int(),
});
export type Handshake = z.infer<typeof Handshake>;
