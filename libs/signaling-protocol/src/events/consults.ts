import { z } from 'zod';
import { definePush, defineRequest } from '../define-event';
import { ConsultId, Timestamp } from '../ids';
import { Consult, ListCard, RemovalReason } from '../views/consult';
import { Feedback } from '../views/feedback';
import { EarlyOffer } from './early-offer';

const Revision = z.number().int().nonnegative();
const MentorsOnline = z.number().int().nonnegative();

/** The live list, the accept, and the student's wait. */
export const consultRequests = {
  /** The waiting consults that fit the caller's mentor profile, oldest first; changes follow as `list:changed`. */
  'list:subscribe': defineRequest(z.object({}), z.object({ rev: Revision, cards: z.array(ListCard), now: Timestamp })),
  'list:unsubscribe': defineRequest(z.object({}), z.object({})),
  /**
   * Takes a waiting consult. Exactly one mentor can; the others get `consults/already-matched`. The student's offer comes
   * with it, once, if there is one.
   */
  'consult:accept': defineRequest(
    z.object({ consultId: ConsultId }),
    z.object({ consult: Consult, offer: EarlyOffer.nullable() }),
  ),
  /** Follows how many mentors who could accept the caller's waiting consult are online. */
  'waiting:watch': defineRequest(z.object({ consultId: ConsultId }), z.object({ mentorsOnline: MentorsOnline })),
  /** Leaves an offer with the caller's waiting consult, for the mentor who will accept it; it replaces an earlier one. */
  'waiting:offer': defineRequest(z.object({ consultId: ConsultId, offer: EarlyOffer }), z.object({})),
};

export const consultPushes = {
  /**
   * At most two a second. `rev` is the one before plus 1; on a gap, subscribe again. A card in `added` whose id is known
   * replaces that one in its place.
   */
  'list:changed': definePush(
    z.object({
      rev: Revision,
      added: z.array(ListCard),
      removed: z.array(z.object({ id: ConsultId, reason: RemovalReason })),
    }),
  ),
  'waiting:mentors': definePush(z.object({ consultId: ConsultId, mentorsOnline: MentorsOnline })),
  /** A consult of the receiver's changed; the view is whole. */
  'consult:changed': definePush(z.object({ consult: Consult })),
  /** Feedback of the receiver's consult was sent, rated or deleted (`feedback: null`). */
  'feedback:changed': definePush(z.object({ consultId: ConsultId, feedback: Feedback.nullable() })),
};
