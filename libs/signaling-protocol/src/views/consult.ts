import { z } from 'zod';
import { ConsultId, Timestamp } from '../ids';
import { ConsultRole, ConsultStatus, Kind, Language, Readiness, Topic } from '../words';

/** How far the feedback of a consult is, as its viewer may know: a student never learns of a draft. */
export const FeedbackState = z.enum(['none', 'draft', 'sent', 'deleted']);
export type FeedbackState = z.infer<typeof FeedbackState>;

/** How much of the student's practice a consult carries: a script of so many words, and so many takes of it. */
export const Carries = z.object({
  takes: z.number().int().nonnegative(),
  words: z.number().int().nonnegative(),
  /** Whoever could accept may read and hear it before. */
  shown: z.boolean(),
});
export type Carries = z.infer<typeof Carries>;

/**
 * A consult as one of its two members sees it: an allow-list, so that nothing else of the other side can leak.
 * In counselling `student.nickname` is a pseudonym of this consult alone.
 */
export const Consult = z.object({
  id: ConsultId,
  /** Goes up with every change; of two views of one consult the higher one is newer. */
  revision: z.number().int().nonnegative(),
  kind: Kind,
  topic: Topic,
  message: z.string(),
  language: Language,
  status: ConsultStatus,
  /** The viewer's own side. */
  role: ConsultRole,
  student: z.object({ nickname: z.string() }),
  mentor: z.object({ nickname: z.string(), line: z.string() }).nullable(),
  /** What the student's device check came to; `null` before one was made, and once the consult is closed. */
  readiness: Readiness.nullable(),
  /** `null`: nothing, or it is not there any more, or the consult is closed. */
  carries: Carries.nullable(),
  createdAt: Timestamp,
  matchedAt: Timestamp.nullable(),
  liveAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
  /** Server-recorded time in which both were in the room, in whole seconds; counted once the consult has ended. */
  volunteerSeconds: z.number().int().nonnegative(),
  feedback: FeedbackState,
});
export type Consult = z.infer<typeof Consult>;

/** A waiting consult as mentors see it on the live list. */
export const ListCard = Consult.pick({
  id: true,
  kind: true,
  topic: true,
  message: true,
  language: true,
  readiness: true,
  carries: true,
  createdAt: true,
}).extend({ nickname: z.string() });
export type ListCard = z.infer<typeof ListCard>;

/** Why a card left the live list. */
export const RemovalReason = z.enum(['matched', 'cancelled', 'expired']);
export type RemovalReason = z.infer<typeof RemovalReason>;
