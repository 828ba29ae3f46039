import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** As in the W3C `RTCIceServer` dictionary. */
export const IceServer = z.object({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof IceServer>;

/** How a browser may reach the other one: as the W3C `RTCIceTransportPolicy`. */
export const TransportPolicy = z.enum(['all', 'relay']);
export type TransportPolicy = z.infer<typeof TransportPolicy>;

export const IceServersResponse = z.object({
  iceServers: z.array(IceServer),
  /** `relay`: neither member may learn the other's network address. */
  transportPolicy: TransportPolicy,
  /** The policy wants a relay and the operator has set up none: go direct only after both people agreed to it. */
  relayMissing: z.boolean(),
  /** When the credentials end: ask again for a connection made later. `null`: they do not. */
  expiresAt: Timestamp.nullable(),
});
export type IceServersResponse = z.infer<typeof IceServersResponse>;
