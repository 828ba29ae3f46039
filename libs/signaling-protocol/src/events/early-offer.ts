import { z } from 'zod';
import { PeerId } from '../ids';
import { Commitment, SessionDescription } from './negotiation';

/** Any line that could tell where somebody is: a candidate (RFC 8839 §5.1), or a connection address that is not 0.0.0.0. */
const ADDRESS = /^(?:a=candidate:|c=IN IP[46] (?!(?:0\.0\.0\.0|::)\s*$))/imu;

/**
 * A student's offer from before there was anybody to call: made by the tab that waits, for connection 0. Whoever gets it
 * can answer at once. It shows no address, since it lies with a request that anybody may come to accept.
 */
export const EarlyOffer = z.object({
  /** The room peer that the student's tab will be. */
  peerId: PeerId,
  description: SessionDescription.refine(({ type, sdp }) => type === 'offer' && !ADDRESS.test(sdp), {
    message: 'An offer without candidates and addresses.',
  }),
  commitment: Commitment.optional(),
});
export type EarlyOffer = z.infer<typeof EarlyOffer>;
