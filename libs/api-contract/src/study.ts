import { ConsultId, Correction, CorrectionCategory, Kind, Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** How many corrections of each category one feedback brought; a category that is not named brought none. */
export const CategoryCounts = z.partialRecord(CorrectionCategory, z.number().int().positive());
export type CategoryCounts = z.infer<typeof CategoryCounts>;

/** One sent feedback, as a point of the student's progress. */
export const ProgressPoint = z.object({ consultId: ConsultId, kind: Kind, sentAt: Timestamp, counts: CategoryCounts });
export type ProgressPoint = z.infer<typeof ProgressPoint>;

/** The caller's feedbacks that were sent and not deleted, the oldest first; the last thousand. */
export const ProgressResponse = z.object({ points: z.array(ProgressPoint) });
export type ProgressResponse = z.infer<typeof ProgressResponse>;

/** The boxes of S. Leitner, "So lernt man lernen" (1972): what is known goes on to the next, what is not back to the first. */
export const LAST_BOX = 5;
/** 0: never practised. */
export const Box = z.number().int().min(0).max(LAST_BOX);

/** A correction to practise. It is named by its feedback and its place in it, which stay as they are once it is sent. */
export const PracticeCard = z.object({
  consultId: ConsultId,
  position: z.number().int().min(0).max(199),
  ...Correction.pick({ before: true, after: true, category: true, comment: true }).shape,
  box: Box,
});
export type PracticeCard = z.infer<typeof PracticeCard>;

export const PracticeResponse = z.object({
  /** Those whose time has come, the longest overdue first, then those never practised; twenty at most. */
  due: z.array(PracticeCard).max(20),
  dueCount: z.number().int().nonnegative(),
  /** Of all that can be practised: how many are in each box, from 0 on. */
  boxes: z.array(z.number().int().nonnegative()).length(LAST_BOX + 1),
  /** When the next one's time comes; `null` when there is none, or one is due now. */
  nextDueAt: Timestamp.nullable(),
});
export type PracticeResponse = z.infer<typeof PracticeResponse>;

export const AnswerCardRequest = z.object({
  position: PracticeCard.shape.position,
  knew: z.boolean(),
  /** The box that the card was in: an answer that is sent twice counts once. */
  box: Box,
});
export type AnswerCardRequest = z.infer<typeof AnswerCardRequest>;

export const AnswerCardResponse = z.object({ box: Box, dueAt: Timestamp });
export type AnswerCardResponse = z.infer<typeof AnswerCardResponse>;
