import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** `waiting` until it is made, or until every try has failed. */
export const TranscriptStatus = z.enum(['waiting', 'done', 'no-speech', 'failed']);
export type TranscriptStatus = z.infer<typeof TranscriptStatus>;

/** Why no text was made. */
export const TranscriptFailure = z.enum([
  'unavailable',
  'rate-limited',
  'refused',
  'unsupported-audio',
  'too-large',
  'bad-answer',
  'timed-out',
]);
export type TranscriptFailure = z.infer<typeof TranscriptFailure>;

/** A word, and when it was said, from the beginning of the recording. */
export const TranscriptWord = z.object({
  text: z.string(),
  startMs: z.number().int().nonnegative(),
  endMs: z.number().int().nonnegative(),
});
export type TranscriptWord = z.infer<typeof TranscriptWord>;

/** Text that speech-to-text made of a recording. */
export const Transcript = z.object({
  status: TranscriptStatus,
  /** Empty unless it is done. */
  text: z.string(),
  /** Empty where the service does not tell when each was said. */
  words: z.array(TranscriptWord),
  /** Where it failed. */
  failure: TranscriptFailure.nullable(),
  askedAt: Timestamp,
});
export type Transcript = z.infer<typeof Transcript>;

/** `null`: nobody has asked for it. */
export const TranscriptResponse = z.object({ transcript: Transcript.nullable() });
export type TranscriptResponse = z.infer<typeof TranscriptResponse>;

/** Whether there is speech-to-text here, and who hears the recordings then. */
export const SpeechToText = z.object({
  available: z.boolean(),
  /** The recordings go to somebody outside of this installation: whom the page has to name before. */
  leavesServer: z.boolean(),
  providerName: z.string().nullable(),
});
export type SpeechToText = z.infer<typeof SpeechToText>;
