import { z } from 'zod';

/** A consult's id, made by the server (UUID, RFC 9562). */
export const ConsultId = z.uuid();
export type ConsultId = z.infer<typeof ConsultId>;

/**
 * One tab's presence in a room (UUID, RFC 9562). The client makes it once per visit and keeps it across socket
 * reconnects, so that a lost socket or a restarted server never tears down a running call.
 */
export const PeerId = z.uuid();
export type PeerId = z.infer<typeof PeerId>;

/** A moment as ISO 8601 with `Z`, by the server's clock. */
export const Timestamp = z.iso.datetime();
