import type { AdminQuestion, PracticeQuestion, QuestionTopic, QuestionType } from '@ieum/api-contract';

/** A row of `questions`. */
export interface QuestionRecord {
  readonly id: string;
  readonly key: string;
  readonly topic: QuestionTopic;
  readonly type: QuestionType;
  readonly minLevel: number;
  readonly maxLevel: number;
  readonly text: string;
  readonly help: string;
  readonly retiredAt: Date | null;
  readonly updatedAt: Date;
  /** The file it is heard by. */
  readonly soundId: string | null;
}

/** A record, as SQL selects it. */
export const QUESTION_COLUMNS = `q.id, q.key, q.topic, q.type, q.min_level AS "minLevel", q.max_level AS "maxLevel",
  q.text, q.help, q.retired_at AS "retiredAt", q.updated_at AS "updatedAt",
  (SELECT n.id FROM question_sounds n WHERE n.question_id = q.id) AS "soundId"`;

export function toQuestion(record: QuestionRecord): PracticeQuestion {
  const { id, topic, type, minLevel, maxLevel, text, help, soundId } = record;
  return { id, topic, type, minLevel, maxLevel, text, help, soundId };
}

export function toAdminQuestion(record: QuestionRecord): AdminQuestion {
  const { key, retiredAt, updatedAt } = record;
  return {
    ...toQuestion(record),
    key,
    retiredAt: retiredAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  };
}
