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

/** Whom a signal is for: only ever looked up among the peers of the sender's room, so its form is not checked twice. */
const Addressee = z.string().max(36);

/** Relayed to the named peer of the sender's own room, and to nobody else. */
export const negotiationRequests = {
  'signal:description': defineRequest(z.object({ to: Addressee, description: SessionDescription }), z.object({})),
  'signal:candidate': defineRequest(z.object({ to: Addressee, candidate: IceCandidate }), z.object({})),
};

export const negotiationPushes = {
  'signal:description': definePush(z.object({ from: PeerId, description: SessionDescription })),
  'signal:candidate': definePush(z.object({ from: PeerId, candidate: IceCandidate })),
};
