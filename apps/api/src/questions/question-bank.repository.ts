import type {
  AdminQuestionsQuery,
  ChangeQuestionRequest,
  ImportQuestionsResponse,
  QuestionInput,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { violatedUniqueConstraint } from '../database/unique-violation';
import { QUESTION_COLUMNS, type QuestionRecord } from './question.record';

type Filter = Pick<AdminQuestionsQuery, 'topic' | 'type' | 'retired' | 'q'>;

/** Two changes within a millisecond have two times, or the second would not see that it comes too late. */
const CHANGED = `updated_at = greatest(now(), q.updated_at + interval '1 millisecond')`;

const FILTERED = `($1::text IS NULL OR q.topic = $1) AND ($2::text IS NULL OR q.type = $2)
  AND ($3::boolean IS NULL OR (q.retired_at IS NOT NULL) = $3)
  AND ($4::text IS NULL OR strpos(lower(concat_ws(' ', q.key, q.text, q.help)), lower($4)) > 0)`;

const INCOMING = `jsonb_to_recordset($1::jsonb)
  AS i (key text, topic text, type text, "minLevel" smallint, "maxLevel" smallint, text text, help text)`;

const INSERT_INCOMING = `
  INSERT INTO questions AS q (key, topic, type, min_level, max_level, text, help, edited)
  SELECT key, topic, type, "minLevel", "maxLevel", text, help, $2::boolean FROM ${INCOMING} ORDER BY key
  ON CONFLICT (key) DO UPDATE SET topic = excluded.topic, type = excluded.type, min_level = excluded.min_level,
    max_level = excluded.max_level, text = excluded.text, help = excluded.help, edited = excluded.edited, ${CHANGED}`;

const DIFFERS_FROM = (other: string) => `(q.topic, q.type, q.min_level, q.max_level, q.text, q.help)
  IS DISTINCT FROM ${other}`;
const DIFFERS_FROM_EXCLUDED = DIFFERS_FROM(
  '(excluded.topic, excluded.type, excluded.min_level, excluded.max_level, excluded.text, excluded.help)',
);
const DIFFERS_FROM_INCOMING = DIFFERS_FROM('(i.topic, i.type, i."minLevel", i."maxLevel", i.text, i.help)');

/** All questions, as the product brings them and as admins change them. */
@Injectable()
export class QuestionBankRepository {
  constructor(private readonly database: Database) {}

  /** Those after the key `after`, by key. */
  list({ topic, type, retired, q }: Filter, limit: number, after?: string): Promise<QuestionRecord[]> {
    return this.database.query<QuestionRecord>(
      `SELECT ${QUESTION_COLUMNS} FROM questions q WHERE ${FILTERED} AND ($5::text IS NULL OR q.key > $5)
       ORDER BY q.key LIMIT $6`,
      [topic ?? null, type ?? null, onlyRetired(retired), q ?? null, after ?? null, limit],
    );
  }

  async count({ topic, type, retired, q }: Filter): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM questions q WHERE ${FILTERED}`,
      [topic ?? null, type ?? null, onlyRetired(retired), q ?? null],
    );
    return row?.total ?? 0;
  }

  /** `undefined` when the key is taken. */
  async insert(id: string, question: QuestionInput): Promise<QuestionRecord | undefined> {
    const { key, topic, type, minLevel, maxLevel, text, help } = question;
    try {
      return await this.one(
        `INSERT INTO questions AS q (id, key, topic, type, min_level, max_level, text, help, edited)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true) RETURNING ${QUESTION_COLUMNS}`,
        [id, key, topic, type, minLevel, maxLevel, text, help],
      );
    } catch (error) {
      if (violatedUniqueConstraint(error) === 'questions_key') return undefined;
      throw error;
    }
  }

  /** Changes the question as it was at `updatedAt`; `undefined` when it is another one since, or none. */
  change(id: string, change: ChangeQuestionRequest): Promise<QuestionRecord | undefined> {
    const { topic, type, minLevel, maxLevel, text, help, updatedAt } = change;
    return this.one(
      `UPDATE questions q SET topic = $3, type = $4, min_level = $5, max_level = $6, text = $7, help = $8, edited = true,
         ${CHANGED}
       WHERE q.id = $1 AND q.updated_at = $2::timestamptz RETURNING ${QUESTION_COLUMNS}`,
      [id, new Date(updatedAt), topic, type, minLevel, maxLevel, text, help],
    );
  }

  retire(id: string): Promise<QuestionRecord | undefined> {
    return this.one(
      `UPDATE questions q SET retired_at = coalesce(q.retired_at, now()), ${CHANGED}
       WHERE q.id = $1 RETURNING ${QUESTION_COLUMNS}`,
      [id],
    );
  }

  restore(id: string): Promise<QuestionRecord | undefined> {
    return this.one(
      `UPDATE questions q SET retired_at = NULL, ${CHANGED} WHERE q.id = $1 RETURNING ${QUESTION_COLUMNS}`,
      [id],
    );
  }

  /** Adds what is not there, and lets follow what no admin has touched. Returns how many rows it wrote. */
  seed(questions: readonly QuestionInput[]): Promise<number> {
    return this.database.execute(
      `${INSERT_INCOMING} WHERE NOT q.edited AND q.retired_at IS NULL AND ${DIFFERS_FROM_EXCLUDED}`,
      [JSON.stringify(questions), false],
    );
  }

  /** Takes all of them over as an admin's, or none. */
  async import(questions: readonly QuestionInput[]): Promise<ImportQuestionsResponse> {
    const rows = await this.database.query<{ added: number; changed: number }>(
      // A row that this statement has inserted was deleted or locked by nobody.
      `WITH written AS (${INSERT_INCOMING} WHERE ${DIFFERS_FROM_EXCLUDED} RETURNING q.xmax = 0 AS added)
       SELECT (count(*) FILTER (WHERE added))::int AS added, (count(*) FILTER (WHERE NOT added))::int AS changed
       FROM written`,
      [JSON.stringify(questions), true],
    );
    return counted(questions.length, rows[0]);
  }

  /** What `import` would answer now. */
  async compare(questions: readonly QuestionInput[]): Promise<ImportQuestionsResponse> {
    const rows = await this.database.query<{ added: number; changed: number }>(
      `SELECT (count(*) FILTER (WHERE q.id IS NULL))::int AS added,
         (count(*) FILTER (WHERE q.id IS NOT NULL AND ${DIFFERS_FROM_INCOMING}))::int AS changed
       FROM ${INCOMING} LEFT JOIN questions q ON q.key = i.key`,
      [JSON.stringify(questions)],
    );
    return counted(questions.length, rows[0]);
  }

  private async one(sql: string, values: readonly unknown[]): Promise<QuestionRecord | undefined> {
    const rows = await this.database.query<QuestionRecord>(sql, values);
    return rows[0];
  }
}

function onlyRetired(retired: Filter['retired']): boolean | null {
  return retired === 'any' ? null : retired === 'yes';
}

function counted(
  total: number,
  { added, changed }: { readonly added: number; readonly changed: number } = { added: 0, changed: 0 },
): ImportQuestionsResponse {
  return { added, changed, unchanged: total - added - changed };
}
