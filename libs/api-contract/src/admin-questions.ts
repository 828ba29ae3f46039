import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';
import {
  AdminQuestion,
  levelsInOrder,
  OUT_OF_ORDER,
  QuestionContent,
  QuestionKey,
  QuestionTopic,
  QuestionType,
} from './questions';
import { line } from './text';

/** `cursor`: the key of the last one of the page before. */
export const AdminQuestionsQuery = z.object({
  topic: QuestionTopic.optional(),
  type: QuestionType.optional(),
  retired: z.enum(['no', 'yes', 'any']).default('no'),
  /** A part of the key, the question or its help. */
  q: line(1, 100).optional(),
  cursor: QuestionKey.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AdminQuestionsQuery = z.infer<typeof AdminQuestionsQuery>;

/** By key. `total`: how many there are of this choice on all pages. */
export const AdminQuestions = z.object({
  items: z.array(AdminQuestion),
  total: z.number().int().nonnegative(),
  nextCursor: QuestionKey.nullable(),
});
export type AdminQuestions = z.infer<typeof AdminQuestions>;

export const AdminQuestionResponse = z.object({ question: AdminQuestion });
export type AdminQuestionResponse = z.infer<typeof AdminQuestionResponse>;

/** `updatedAt`: of the question that was changed; when another admin was faster, the change is refused. */
export const ChangeQuestionRequest = z
  .object({ ...QuestionContent.shape, updatedAt: Timestamp })
  .refine(levelsInOrder, OUT_OF_ORDER);
export type ChangeQuestionRequest = z.infer<typeof ChangeQuestionRequest>;

export const QuestionFileFormat = z.enum(['csv', 'json']);
export type QuestionFileFormat = z.infer<typeof QuestionFileFormat>;

export const ExportQuestionsQuery = z.object({ format: QuestionFileFormat.default('csv') });
export type ExportQuestionsQuery = z.infer<typeof ExportQuestionsQuery>;

/** The largest file, in bytes of UTF-8. */
export const QUESTION_FILE_MAX_BYTES = 1_048_576;

/** `text`: the file as it is, with or without a byte order mark. */
export const ImportQuestionsRequest = z.object({ format: QuestionFileFormat, text: z.string().min(1) });
export type ImportQuestionsRequest = z.infer<typeof ImportQuestionsRequest>;

/** `dryRun`: answers what would happen, and changes nothing. */
export const ImportQuestionsQuery = z.object({ dryRun: z.enum(['true', 'false']).default('false') });
export type ImportQuestionsQuery = z.infer<typeof ImportQuestionsQuery>;

const Count = z.number().int().nonnegative();

/** Questions of the file by what became of them. What is not in the file stays as it is. */
export const ImportQuestionsResponse = z.object({ added: Count, changed: Count, unchanged: Count });
export type ImportQuestionsResponse = z.infer<typeof ImportQuestionsResponse>;
