import { z } from 'zod';
import { ConsultId, Timestamp } from '../ids';
import { text } from '../text';

export const CORRECTION_CATEGORIES = ['grammar', 'word-choice', 'pronunciation', 'structure', 'fact', 'other'] as const;
export const CorrectionCategory = z.enum(CORRECTION_CATEGORIES);
export type CorrectionCategory = z.infer<typeof CorrectionCategory>;

/** What became of a correction that was suggested in the room: `open`, the student decided nothing about it. */
export const CORRECTION_OUTCOMES = ['accepted', 'rejected', 'open'] as const;
export const CorrectionOutcome = z.enum(CORRECTION_OUTCOMES);
export type CorrectionOutcome = z.infer<typeof CorrectionOutcome>;

/** Names a correction of the consult's document. */
export const CorrectionSourceId = z.string().regex(/^[\w-]{1,64}$/u);
export type CorrectionSourceId = z.infer<typeof CorrectionSourceId>;

/** One suggested change. An empty `before` adds, an empty `after` takes away; never both. */
export const Correction = z.object({
  before: text(2000),
  after: text(2000),
  category: CorrectionCategory,
  comment: text(1000),
  /** Both stand only on a correction that was taken over from the consult's document. */
  outcome: CorrectionOutcome.optional(),
  sourceId: CorrectionSourceId.optional(),
});
export type Correction = z.infer<typeof Correction>;

/** What stays after a consult. The mentor sees the draft; the student sees it once it is sent. */
export const Feedback = z.object({
  consultId: ConsultId,
  status: z.enum(['draft', 'sent']),
  /** Goes up with every saved change; a save names the version it started from. */
  version: z.number().int().nonnegative(),
  summary: z.string(),
  practice: z.string(),
  corrections: z.array(Correction),
  /** In a draft: corrections of the document that the mentor took out again, so that they stay out. */
  dismissed: z.array(CorrectionSourceId),
  /** The student's answer, once given: 1 to 5, and a word of thanks. */
  rating: z.number().int().min(1).max(5).nullable(),
  thanks: z.string(),
  updatedAt: Timestamp,
  sentAt: Timestamp.nullable(),
});
export type Feedback = z.infer<typeof Feedback>;
