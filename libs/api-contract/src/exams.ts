import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { PracticeQuestion, TargetLevel } from './questions';

/** For all of it, by the server's clock. */
export const EXAM_MINUTES = 40;
/** As in the test itself. */
export const MAX_LISTENS = 2;
/** After this question the learner says how hard the rest shall be. */
export const FIRST_HALF = 7;
/** Whoever aims low has fewer questions. */
export const EXAM_LENGTHS = { low: 12, full: 15 } as const;
const LOW_LEVELS = 2;
export const examLength = (level: number): number => (level <= LOW_LEVELS ? EXAM_LENGTHS.low : EXAM_LENGTHS.full);

/** What a question is in an exam for. `surprise`: of a topic that the learner has not named. */
export const EXAM_PARTS = ['opening', 'combo', 'surprise', 'role-play', 'closing'] as const;
export const ExamPart = z.enum(EXAM_PARTS);
export type ExamPart = z.infer<typeof ExamPart>;

/** How the rest shall be, against what was so far. */
export const LEVEL_CHOICES = ['easier', 'similar', 'harder'] as const;
export const LevelChoice = z.enum(LEVEL_CHOICES);
export type LevelChoice = z.infer<typeof LevelChoice>;
const LEVEL_STEPS: Readonly<Record<LevelChoice, number>> = { easier: -1, similar: 0, harder: 1 };
/** The level of the second half, as far as there are levels. */
export const levelAfter = (level: number, choice: LevelChoice): number =>
  Math.min(6, Math.max(1, level + LEVEL_STEPS[choice]));

/** The number of a question, from 1 on. */
const QuestionNumber = z.number().int().min(1).max(EXAM_LENGTHS.full);

export const ExamQuestion = z.object({
  number: QuestionNumber,
  part: ExamPart,
  question: PracticeQuestion,
  /** How often it was listened to. */
  listens: z.number().int().min(0).max(MAX_LISTENS),
  /** The last take that has arrived. */
  recordingId: z.uuid().nullable(),
  /** A take was begun and none has arrived: it may be on its way. */
  awaited: z.boolean(),
});
export type ExamQuestion = z.infer<typeof ExamQuestion>;

/** `question`: the one at `position` is asked. `level`: the learner says how hard the rest shall be. */
export const ExamStep = z.enum(['question', 'level', 'over']);
export type ExamStep = z.infer<typeof ExamStep>;

const ExamFacts = z.object({
  id: z.uuid(),
  level: TargetLevel,
  /** That of the second half; `null` before the learner said so. */
  levelAfter: TargetLevel.nullable(),
  /** How many questions it has. */
  total: QuestionNumber,
  startedAt: Timestamp,
  endsAt: Timestamp,
  /** By the learner, by the last question, or by the time; `null`: it goes on. */
  finishedAt: Timestamp.nullable(),
});

/** A whole exam in one go, as far as it went. */
export const Exam = z.object({
  ...ExamFacts.shape,
  step: ExamStep,
  position: QuestionNumber,
  /** Those that were asked, in order: what comes is not told. */
  questions: z.array(ExamQuestion).max(EXAM_LENGTHS.full),
});
export type Exam = z.infer<typeof Exam>;

export const ExamParams = z.object({ examId: z.uuid() });
export type ExamParams = z.infer<typeof ExamParams>;

export const ExamQuestionParams = z.object({ examId: z.uuid(), number: z.coerce.number().pipe(QuestionNumber) });
export type ExamQuestionParams = z.infer<typeof ExamQuestionParams>;

export const ExamResponse = z.object({ exam: Exam });
export type ExamResponse = z.infer<typeof ExamResponse>;

/** `id` is made by the client: the same request sent twice starts one exam. One that goes on has to be over first. */
export const StartExamRequest = z.object({ id: z.uuid() });
export type StartExamRequest = z.infer<typeof StartExamRequest>;

/** On from this question. Two tabs that say it at once go on by one. */
export const NextQuestionRequest = z.object({ from: QuestionNumber });
export type NextQuestionRequest = z.infer<typeof NextQuestionRequest>;

export const ChooseLevelRequest = z.object({ choice: LevelChoice });
export type ChooseLevelRequest = z.infer<typeof ChooseLevelRequest>;

/** `id` is made by the client: the same one again is counted once. */
export const ListenRequest = z.object({ id: z.uuid() });
export type ListenRequest = z.infer<typeof ListenRequest>;

/** Says, when it begins, that a take is an answer of this exam; it need not have arrived. */
export const ExamTakeRequest = z.object({ recordingId: z.uuid() });
export type ExamTakeRequest = z.infer<typeof ExamTakeRequest>;

export const ExamListQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ExamListQuery = z.infer<typeof ExamListQuery>;

export const ExamSummary = z.object({
  ...ExamFacts.shape,
  /** Questions with a take that has arrived. */
  answered: z.number().int().nonnegative(),
});
export type ExamSummary = z.infer<typeof ExamSummary>;

/** The caller's own, newest first. */
export const ExamListResponse = z.object({ items: z.array(ExamSummary), nextCursor: z.string().nullable() });
export type ExamListResponse = z.infer<typeof ExamListResponse>;
