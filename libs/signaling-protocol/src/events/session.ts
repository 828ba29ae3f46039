import { z } from 'zod';
import { definePush, defineRequest } from '../define-event';
import { ProtocolError } from '../errors';

/** Keeping a connection signed in. */
export const sessionRequests = {
  /** Hands over a fresh access token of the same user before the old one ends. */
  'session:renew': defineRequest(
    z.object({ token: z.string().min(1).max(4096) }),
    z.object({ expiresInSeconds: z.number().int().positive() }),
  ),
};

export const sessionPushes = {
  /** The server is about to close this socket, and why: do not reconnect before that is mended. */
  'session:ended': definePush(ProtocolError),
};
