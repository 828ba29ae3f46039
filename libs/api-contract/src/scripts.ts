import { text, Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { line } from './text';
import { Question, QuestionTopic, QuestionType, TargetLevel } from './questions';

/** A spoken answer of 15 minutes has about 2,500 words. */
export const MAX_SCRIPT_LENGTH = 20_000;

/** Of one student, with those that can be restored. */
export const MAX_SCRIPTS = 10_000;

/** The student's text for one question. Its recordings are the takes of that question. */
export const Script = z.object({
  id: z.uuid(),
  question: Question,
  text: z.string(),
  /** Goes up with each change; a change names the one it was made from. */
  revision: z.number().int().nonnegative(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  /** It can be restored for 30 days after this. */
  deletedAt: Timestamp.nullable(),
});
export type Script = z.infer<typeof Script>;

export const ScriptParams = z.object({ scriptId: z.uuid() });
export type ScriptParams = z.infer<typeof ScriptParams>;

export const ScriptResponse = z.object({ script: Script });
export type ScriptResponse = z.infer<typeof ScriptResponse>;

/** `null`: nothing was written or recorded for this question yet. */
export const QuestionScriptResponse = z.object({ script: Script.nullable() });
export type QuestionScriptResponse = z.infer<typeof QuestionScriptResponse>;

/** The whole text; saved while the student types. An older `revision` is refused with `scripts/stale-revision`. */
export const SaveScriptRequest = z.object({
  /** The one that this was made from; 0 for the first. */
  revision: z.number().int().min(0).max(2_147_483_647),
  text: text(MAX_SCRIPT_LENGTH),
});
export type SaveScriptRequest = z.infer<typeof SaveScriptRequest>;

/** Where a version comes from. */
export const VersionOrigin = z.enum(['kept', 'before-restore', 'before-correction']);
export type VersionOrigin = z.infer<typeof VersionOrigin>;

/** A text as it once was. */
export const ScriptVersion = z.object({
  number: z.number().int().positive(),
  origin: VersionOrigin,
  text: z.string(),
  createdAt: Timestamp,
});
export type ScriptVersion = z.infer<typeof ScriptVersion>;

/** Beyond this the oldest that a restoration or a correction kept gives way; what the student kept stays. */
export const MAX_VERSIONS = 100;

/** Newest first. */
export const ScriptVersionsResponse = z.object({ versions: z.array(ScriptVersion).max(MAX_VERSIONS) });
export type ScriptVersionsResponse = z.infer<typeof ScriptVersionsResponse>;

export const VersionParams = z.object({ scriptId: z.uuid(), number: z.coerce.number().int().positive() });
export type VersionParams = z.infer<typeof VersionParams>;

export const SCRIPT_STATES = ['empty', 'written', 'recorded', 'deleted'] as const;
/** `empty`: recorded at most begun. `recorded`: with a take that is stored. */
export const ScriptState = z.enum(SCRIPT_STATES);
export type ScriptState = z.infer<typeof ScriptState>;

export const ScriptListQuery = z.object({
  topic: QuestionTopic.optional(),
  type: QuestionType.optional(),
  level: z.coerce.number().pipe(TargetLevel).optional(),
  state: ScriptState.optional(),
  /** Words of the question or the text. */
  q: line(0, 100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ScriptListQuery = z.infer<typeof ScriptListQuery>;

/** As the library shows it. */
export const ScriptSummary = z.object({
  ...Script.omit({ text: true }).shape,
  /** How it begins. */
  excerpt: z.string().max(200),
  words: z.number().int().nonnegative(),
  takes: z.number().int().nonnegative(),
});
export type ScriptSummary = z.infer<typeof ScriptSummary>;

/** The caller's own, the last changed first. */
export const ScriptListResponse = z.object({ items: z.array(ScriptSummary), nextCursor: z.string().nullable() });
export type ScriptListResponse = z.infer<typeof ScriptListResponse>;
