import { text, Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { CarriedTake, MAX_CARRIED_TAKES } from './carried-practice';
import { Question, QuestionTopic, QuestionType } from './questions';
import { MAX_RECORDING_MS, Recording } from './recordings';
import { MAX_SCRIPT_LENGTH } from './scripts';
import { paragraph } from './text';

export const MAX_FEEDBACK_NOTE = 500;
export const MAX_FEEDBACK_COMMENT = 5000;
export const MAX_MOMENTS = 50;
const MAX_MOMENT_TEXT = 500;

/** `claimed`: one mentor has it, for a while. A claim that runs out makes it `waiting` again. */
export const WrittenFeedbackStatus = z.enum(['waiting', 'claimed', 'answered', 'withdrawn']);
export type WrittenFeedbackStatus = z.infer<typeof WrittenFeedbackStatus>;

/** `id` is made by the client: the same request sent twice asks once. The text is taken as the server has it now. */
export const AskForWrittenFeedbackRequest = z.object({
  id: z.uuid(),
  scriptId: z.uuid(),
  recordingIds: z
    .array(z.uuid())
    .max(MAX_CARRIED_TAKES)
    .refine((ids) => new Set(ids).size === ids.length),
  note: paragraph(0, MAX_FEEDBACK_NOTE).default(''),
});
export type AskForWrittenFeedbackRequest = z.infer<typeof AskForWrittenFeedbackRequest>;

/** A place of a take, and what the mentor says of it. */
export const TakeMoment = z.object({
  recordingId: z.uuid(),
  atMs: z.number().int().min(0).max(MAX_RECORDING_MS),
  text: text(MAX_MOMENT_TEXT),
});
export type TakeMoment = z.infer<typeof TakeMoment>;

const Written = z.object({
  /** The whole text as the mentor would write it. */
  text: text(MAX_SCRIPT_LENGTH),
  comment: text(MAX_FEEDBACK_COMMENT),
  moments: z.array(TakeMoment).max(MAX_MOMENTS),
});

export const WrittenAnswer = z.object({
  ...Written.shape,
  /** `null`: their account is gone. */
  mentor: z.object({ nickname: z.string() }).nullable(),
  answeredAt: Timestamp,
});
export type WrittenAnswer = z.infer<typeof WrittenAnswer>;

/** As a list shows it. */
export const WrittenFeedbackSummary = z.object({
  id: z.uuid(),
  status: WrittenFeedbackStatus,
  question: Question,
  createdAt: Timestamp,
  answeredAt: Timestamp.nullable(),
  /** When the student made the answer the script's next version. */
  acceptedAt: Timestamp.nullable(),
});
export type WrittenFeedbackSummary = z.infer<typeof WrittenFeedbackSummary>;

/** As the student who asked for it has it. */
export const WrittenFeedback = z.object({
  ...WrittenFeedbackSummary.shape,
  scriptId: z.uuid(),
  /** As it was when it was asked for. */
  text: z.string(),
  note: z.string(),
  /** Those that are there still, in the order in which they were made. */
  takes: z.array(Recording).max(MAX_CARRIED_TAKES),
  answer: WrittenAnswer.nullable(),
});
export type WrittenFeedback = z.infer<typeof WrittenFeedback>;

export const WrittenFeedbackParams = z.object({ writtenFeedbackId: z.uuid() });
export type WrittenFeedbackParams = z.infer<typeof WrittenFeedbackParams>;

export const WrittenFeedbackResponse = z.object({ writtenFeedback: WrittenFeedback });
export type WrittenFeedbackResponse = z.infer<typeof WrittenFeedbackResponse>;

export const WrittenFeedbackListQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type WrittenFeedbackListQuery = z.infer<typeof WrittenFeedbackListQuery>;

/** The caller's own, newest first. */
export const WrittenFeedbackListResponse = z.object({
  items: z.array(WrittenFeedbackSummary),
  nextCursor: z.string().nullable(),
});
export type WrittenFeedbackListResponse = z.infer<typeof WrittenFeedbackListResponse>;

/** What a mentor knows of a request before it is theirs: how much there is, and of what. */
export const FeedbackJobCard = z.object({
  id: z.uuid(),
  status: WrittenFeedbackStatus,
  topic: QuestionTopic,
  type: QuestionType,
  nickname: z.string(),
  words: z.number().int().nonnegative(),
  takes: z.number().int().nonnegative(),
  takesMs: z.number().int().nonnegative(),
  createdAt: Timestamp,
  /** The caller holds it, held it last, or answered it. */
  mine: z.boolean(),
  /** Where the caller holds it. */
  claimedUntil: Timestamp.nullable(),
  answeredAt: Timestamp.nullable(),
});
export type FeedbackJobCard = z.infer<typeof FeedbackJobCard>;

/** `waiting`: the oldest first. The caller's own: the newest first. */
export const FeedbackJobListResponse = z.object({
  items: z.array(FeedbackJobCard),
  nextCursor: z.string().nullable(),
});
export type FeedbackJobListResponse = z.infer<typeof FeedbackJobListResponse>;

/** What a mentor has written so far. It is theirs, also after their claim has run out. */
export const FeedbackDraft = z.object({
  ...Written.shape,
  /** Goes up with each save; a save names the one it was made from. */
  revision: z.number().int().positive(),
});
export type FeedbackDraft = z.infer<typeof FeedbackDraft>;

/** What the mentor reads and hears while the claim holds. */
export const FeedbackPractice = z.object({
  question: Question,
  text: z.string(),
  note: z.string(),
  takes: z.array(CarriedTake).max(MAX_CARRIED_TAKES),
});
export type FeedbackPractice = z.infer<typeof FeedbackPractice>;

export const FeedbackJob = z.object({
  ...FeedbackJobCard.shape,
  extensionsLeft: z.number().int().nonnegative(),
  /** `null`: the caller does not hold it. */
  practice: FeedbackPractice.nullable(),
  /** `null`: the caller never had it, or has answered it. */
  draft: FeedbackDraft.nullable(),
});
export type FeedbackJob = z.infer<typeof FeedbackJob>;

export const FeedbackJobResponse = z.object({ job: FeedbackJob });
export type FeedbackJobResponse = z.infer<typeof FeedbackJobResponse>;

const Revision = z.number().int().min(1).max(2_147_483_647);

/** The whole draft; saved while the mentor types. An older revision: `written-feedback/stale-revision`. */
export const SaveFeedbackDraftRequest = z.object({ ...Written.shape, revision: Revision });
export type SaveFeedbackDraftRequest = z.infer<typeof SaveFeedbackDraftRequest>;

export const FeedbackDraftResponse = z.object({ draft: FeedbackDraft });
export type FeedbackDraftResponse = z.infer<typeof FeedbackDraftResponse>;

/** Sends the draft as it was saved with this revision. */
export const AnswerWrittenFeedbackRequest = z.object({ revision: Revision });
export type AnswerWrittenFeedbackRequest = z.infer<typeof AnswerWrittenFeedbackRequest>;

export const FeedbackTakeParams = z.object({ writtenFeedbackId: z.uuid(), recordingId: z.uuid() });
export type FeedbackTakeParams = z.infer<typeof FeedbackTakeParams>;
