import type { DrawQuestionRequest, Survey } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { QUESTION_COLUMNS, type QuestionRecord } from './question.record';
import { INTRODUCTION_KEYS } from './reviewed-questions';

/** A question that was drawn, and what is left of its round. */
export interface Drawn {
  readonly question: QuestionRecord;
  readonly unseen: number;
  readonly newRound: boolean;
}

type PickedRow = QuestionRecord & {
  readonly wasSeen: boolean;
  /** Of this choice: all, and those that were not seen before this one. */
  readonly fitting: number;
  readonly unseen: number;
};

/** What a learner's draw is of: $1 the learner, $2 topics, $3 their level, $4 a type or none, $5 keys beside the topics. */
const FITTING = `q.retired_at IS NULL AND (q.topic = ANY ($2::text[]) OR q.key = ANY ($5::text[]))
  AND $3::smallint BETWEEN q.min_level AND q.max_level AND ($4::text IS NULL OR q.type = $4)`;

/** One that was not seen; when all were, any but the last. */
const PICK = `
  SELECT ${QUESTION_COLUMNS}, s.seen_at IS NOT NULL AS "wasSeen", (count(*) OVER ())::int AS fitting,
    (count(*) FILTER (WHERE s.seen_at IS NULL) OVER ())::int AS unseen
  FROM questions q LEFT JOIN seen_questions s ON s.question_id = q.id AND s.user_id = $1
  WHERE ${FITTING}
  ORDER BY s.seen_at IS NOT NULL, s.seen_at IS NOT DISTINCT FROM max(s.seen_at) OVER (), random()
  LIMIT 1`;

const FORGET = `
  DELETE FROM seen_questions s USING questions q WHERE s.user_id = $1 AND q.id = s.question_id AND ${FITTING}`;

/** Questions as learners meet them, what each learner practises, and what they have seen in this round. */
@Injectable()
export class QuestionsRepository {
  constructor(private readonly database: Database) {}

  /** A retired one, too. */
  async find(id: string): Promise<QuestionRecord | undefined> {
    const rows = await this.database.query<QuestionRecord>(
      `SELECT ${QUESTION_COLUMNS} FROM questions q WHERE q.id = $1`,
      [id],
    );
    return rows[0];
  }

  async survey(userId: string): Promise<Survey | undefined> {
    const rows = await this.database.query<Survey>('SELECT topics, level FROM surveys WHERE user_id = $1', [userId]);
    return rows[0];
  }

  /** `false` when the account is gone. */
  async saveSurvey(userId: string, { topics, level }: Survey): Promise<boolean> {
    const saved = await this.database.execute(
      `INSERT INTO surveys (user_id, topics, level) SELECT id, $2::text[], $3::smallint FROM users WHERE id = $1 FOR KEY SHARE
       ON CONFLICT (user_id) DO UPDATE SET topics = excluded.topics, level = excluded.level, updated_at = now()`,
      [userId, topics, level],
    );
    return saved > 0;
  }

  /**
   * Draws a question and remembers it. One draw of a learner waits for the other by their row of `users`: that one is what
   * the erasure of an account locks first, so neither waits for the other in turn.
   */
  async draw(userId: string, { topic, type }: DrawQuestionRequest): Promise<Drawn | 'no-survey' | 'none-fit'> {
    return this.database.transaction(async (transaction) => {
      const [survey] = await transaction.query<Survey>(
        `SELECT s.topics, s.level FROM users u JOIN surveys s ON s.user_id = u.id WHERE u.id = $1 FOR NO KEY UPDATE OF u`,
        [userId],
      );
      if (!survey) return 'no-survey';
      // Everybody has to introduce themselves; who asks for something has that alone.
      const besides = (topic ?? type) ? [] : INTRODUCTION_KEYS;
      const choice = [userId, topic ? [topic] : survey.topics, survey.level, type ?? null, besides];
      const [picked] = await transaction.query<PickedRow>(PICK, choice);
      if (!picked) return 'none-fit';
      const { wasSeen: newRound, fitting, unseen, ...question } = picked;
      if (newRound) await transaction.execute(FORGET, choice);
      await transaction.execute(
        'INSERT INTO seen_questions (user_id, question_id, seen_at) VALUES ($1, $2, clock_timestamp())',
        [userId, question.id],
      );
      return { question, unseen: (newRound ? fitting : unseen) - 1, newRound };
    });
  }
}
