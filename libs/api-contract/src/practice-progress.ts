import { z } from 'zod';

/** A silence between two words that is as long as this, in milliseconds, is a pause. */
export const PAUSE_MS = 300;
/** A take with fewer words says nothing of how fast somebody speaks. */
export const PACE_WORDS = 10;
export const MAX_PROGRESS_WEEKS = 52;
/** As many as one looks through; those practised last. */
export const MAX_COMPARED_SCRIPTS = 20;

/** The name of a place of the IANA time zone database, such as `Asia/Seoul`. */
export const TimeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z]/u)
  .refine(isKnown);

/** `weeks`: that many, the one that is under way included. Days are those of `timeZone`. */
export const PracticeProgressQuery = z.object({
  weeks: z.coerce.number().int().min(1).max(MAX_PROGRESS_WEEKS).default(12),
  timeZone: TimeZone,
});
export type PracticeProgressQuery = z.infer<typeof PracticeProgressQuery>;

const WordsPerMinute = z.number().nonnegative();

/** A day with at least one take. */
export const PracticeDay = z.object({
  day: z.iso.date(),
  takes: z.number().int().positive(),
  recordedMs: z.number().int().nonnegative(),
  /** From the first word to the last where their times are known, of the whole recording otherwise. `null`: no text. */
  wordsPerMinute: WordsPerMinute.nullable(),
  /** Between words. `null`: the times of words are not known. */
  pauses: z.object({ perMinute: z.number().nonnegative(), longestMs: z.number().int().nonnegative() }).nullable(),
});
export type PracticeDay = z.infer<typeof PracticeDay>;

const SpokenTake = z.object({ day: z.iso.date(), wordsPerMinute: WordsPerMinute });

/** The first and the latest take of one script, of those with a pace. */
export const ComparedScript = z.object({
  questionId: z.uuid(),
  question: z.string(),
  takes: z.number().int().min(2),
  first: SpokenTake,
  latest: SpokenTake,
});
export type ComparedScript = z.infer<typeof ComparedScript>;

/** What the caller has practised. Takes of deleted scripts are not among it. */
export const PracticeProgressResponse = z.object({
  /** A Monday. */
  from: z.iso.date(),
  today: z.iso.date(),
  /** In order; those without a take are left out. */
  days: z.array(PracticeDay),
  /** The one practised last first. */
  scripts: z.array(ComparedScript).max(MAX_COMPARED_SCRIPTS),
});
export type PracticeProgressResponse = z.infer<typeof PracticeProgressResponse>;

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
