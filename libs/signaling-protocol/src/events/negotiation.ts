import { z } from 'zod';
import { definePush, defineRequest } from '../define-event';
import { PeerId } from '../ids';

/** An offer or an answer (RFC 8829). The SDP (RFC 8866) is relayed as it is and never looked into. */
export const SessionDescription = z.object({
  type: z.enum(['offer', 'answer']),
  sdp: z.string().max(40_000),
});
export type SessionDescription = z.infer<typeof SessionDescription>;

/** A trickled ICE candidate (RFC 8838), or `null` for the end of candidates. */
export const IceCandidate = z
  .object({
    candidate: z.string().max(2000),
    sdpMid: z.string().max(64).nullish(),
    sdpMLineIndex: z.number().nullish(),
    usernameFragment: z.string().max(256).nullish(),
  })
  .nullable();
export type IceCandidate = z.infer<typeof IceCandidate>;

/** Which of the `RTCPeerConnection`s towards that peer a signal belongs to: they are numbered from 0, alike on both sides. */
const ConnectionNumber = z.int().min(0).max(1_000_000);

/** The sender's commitment for the safety code: 32 bytes as base64url without padding (RFC 4648 §5). Relayed, never kept. */
export const Commitment = z
  .string()
  .length(43)
  .regex(/^[\w-]*$/);

/** Whom a signal is for: only ever looked up among the peers of the sender's room, so its form is not checked twice. */
const Addressee = z.string().max(36);

const description = {
  connection: ConnectionNumber,
  description: SessionDescription,
  commitment: Commitment.optional(),
};
const candidate = { connection: ConnectionNumber, candidate: IceCandidate };
const renewal = { connection: ConnectionNumber };

/** Relayed to the named peer of the sender's own room, and to nobody else. */
export const negotiationRequests = {
  'signal:description': defineRequest(z.object({ to: Addressee, ...description }), z.object({})),
  'signal:candidate': defineRequest(z.object({ to: Addressee, ...candidate }), z.object({})),
  /** The polite peer asks the impolite one for a new connection with this number. */
  'signal:renew': defineRequest(z.object({ to: Addressee, ...renewal }), z.object({})),
};

export const negotiationPushes = {
  'signal:description': definePush(z.object({ from: PeerId, ...description })),
  'signal:candidate': definePush(z.object({ from: PeerId, ...candidate })),
  'signal:renew': definePush(z.object({ from: PeerId, ...renewal })),
};
