import { Correction, CorrectionSourceId, Feedback, text } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { paragraph } from './text';

/** The whole draft; saved while the mentor types. */
export const SaveFeedbackRequest = z.object({
  /** The version this draft was made from; 0 for the first. An older one is refused with `feedback/stale-version`. */
  version: z.number().int().nonnegative(),
  summary: text(5000),
  practice: text(5000),
  corrections: z.array(Correction).max(200),
  /** Corrections of the document that were taken out of the draft again; forgotten when it is sent. */
  dismissed: z.array(CorrectionSourceId).max(1000).default([]),
});
export type SaveFeedbackRequest = z.infer<typeof SaveFeedbackRequest>;

export const RateFeedbackRequest = z.object({
  rating: z.number().int().min(1).max(5),
  thanks: paragraph(0, 500).default(''),
});
export type RateFeedbackRequest = z.infer<typeof RateFeedbackRequest>;

export const FeedbackResponse = z.object({ feedback: Feedback });
export type FeedbackResponse = z.infer<typeof FeedbackResponse>;
