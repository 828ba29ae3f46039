import { IceServer } from '@ieum/api-contract';
import { z } from 'zod';

/** Whether a URI names a relay: a TURN server (RFC 7065), not a STUN server (RFC 7064). */
export const isRelayUri = (uri: string): boolean => /^turns?:/i.test(uri);

/** `turn:host:port?transport=udp`, and `turns:` over TLS: RFC 7065 section 3.1, with the transports that browsers know. */
const TURN_URI =
  /^turns?:(?:\[[\da-f:.]+\]|[\da-z](?:[\da-z.-]*[\da-z])?)(?::(\d{1,5}))?(?:\?transport=(?:udp|tcp))?$/i;

const turnUri = z.string().refine((uri) => {
  const match = TURN_URI.exec(uri);
  const port = Number(match?.[1] ?? 3478);
  return match !== null && port >= 1 && port <= 65_535;
});

/** TURN servers whose credentials we make, separated by commas. */
export const turnUris = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((uri) => uri.trim())
      .filter(Boolean),
  )
  .pipe(z.array(turnUri).min(1));

/** A relay without credentials is a mistake that would fail every call: `RTCPeerConnection` throws (W3C WebRTC 4.4.1.1). */
const usableServer = IceServer.refine(
  ({ urls, username, credential }) => !urls.some(isRelayUri) || (username !== undefined && credential !== undefined),
);

/** Servers as they are, in JSON. */
export const iceServers = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(usableServer));
