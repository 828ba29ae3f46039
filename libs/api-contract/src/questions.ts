import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { line, paragraph } from './text';

/** What a question of a spoken English test is about. */
export const QUESTION_TOPICS = [
  'home',
  'neighbourhood',
  'people',
  'school',
  'work',
  'music',
  'films',
  'reading',
  'food',
  'cafes',
  'shopping',
  'travel',
  'holidays',
  'sport',
  'parks',
  'health',
  'technology',
  'weather',
] as const;
export const QuestionTopic = z.enum(QUESTION_TOPICS);
export type QuestionTopic = z.infer<typeof QuestionTopic>;

/** What a question asks for. */
export const QUESTION_TYPES = ['describe', 'routine', 'past', 'compare', 'role-play', 'unexpected'] as const;
export const QuestionType = z.enum(QUESTION_TYPES);
export type QuestionType = z.infer<typeof QuestionType>;

/** How hard a test the learner aims at, from 1 (a few words) to 6 (everything, at length). */
export const TargetLevel = z.number().int().min(1).max(6);

/** What names a question for good, in every installation. */
export const QuestionKey = line(3, 60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const QuestionContent = z.object({
  topic: QuestionTopic,
  type: QuestionType,
  minLevel: TargetLevel,
  maxLevel: TargetLevel,
  /** The question itself, in English. */
  text: paragraph(10, 600),
  /** What it asks for, in Korean. */
  help: paragraph(5, 600),
});

export const levelsInOrder = ({ minLevel, maxLevel }: { minLevel: number; maxLevel: number }) => minLevel <= maxLevel;
export const OUT_OF_ORDER = { path: ['maxLevel'], error: 'maxLevel is below minLevel' };

/** A question as an admin writes it, and as a file of questions holds it. */
export const QuestionInput = z
  .object({ key: QuestionKey, ...QuestionContent.shape })
  .refine(levelsInOrder, OUT_OF_ORDER);
export type QuestionInput = z.infer<typeof QuestionInput>;

/** An exam prompt, as learners get it. */
export const Question = z.object({ id: z.uuid(), ...QuestionContent.shape });
export type Question = z.infer<typeof Question>;

/** The largest sound file of a question, in bytes. */
export const MAX_QUESTION_SOUND_BYTES = 5 * 1024 * 1024;

export const QUESTION_SOUND_TYPES = ['audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/mp4'] as const;
export type QuestionSoundType = (typeof QUESTION_SOUND_TYPES)[number];

/** To practise with. `soundId` names the file it is heard by; `null`: a voice of the browser reads it. */
export const PracticeQuestion = z.object({ ...Question.shape, soundId: z.uuid().nullable() });
export type PracticeQuestion = z.infer<typeof PracticeQuestion>;

/** As admins see it. A retired one is drawn no more; what learners answered to it stays. */
export const AdminQuestion = z.object({
  ...PracticeQuestion.shape,
  key: z.string(),
  retiredAt: Timestamp.nullable(),
  updatedAt: Timestamp,
});
export type AdminQuestion = z.infer<typeof AdminQuestion>;

export const QuestionParams = z.object({ questionId: z.uuid() });
export type QuestionParams = z.infer<typeof QuestionParams>;

export const QuestionResponse = z.object({ question: PracticeQuestion });
export type QuestionResponse = z.infer<typeof QuestionResponse>;

/** What somebody practises: the topics they like, and the level they aim at. */
export const Survey = z.object({
  topics: z
    .array(QuestionTopic)
    .min(1)
    .max(QUESTION_TOPICS.length)
    .refine((topics) => new Set(topics).size === topics.length),
  level: TargetLevel,
});
export type Survey = z.infer<typeof Survey>;

/** `null`: not answered yet. */
export const SurveyResponse = z.object({ survey: Survey.nullable() });
export type SurveyResponse = z.infer<typeof SurveyResponse>;

/** Left out: any topic and any type of the survey's. */
export const DrawQuestionRequest = z.object({ topic: QuestionTopic.optional(), type: QuestionType.optional() });
export type DrawQuestionRequest = z.infer<typeof DrawQuestionRequest>;

/** One that the caller has not seen; when all were seen, a new round begins. */
export const DrawQuestionResponse = z.object({
  question: PracticeQuestion,
  /** Of those that fit: how many are still unseen after this one. */
  unseen: z.number().int().nonnegative(),
  /** Whether this one begins a new round. */
  newRound: z.boolean(),
});
export type DrawQuestionResponse = z.infer<typeof DrawQuestionResponse>;
