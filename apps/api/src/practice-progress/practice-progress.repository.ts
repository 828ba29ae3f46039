import { PAUSE_MS } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { RecordedTake } from './spoken-take';

/** Years of practice every day; beyond that the oldest are left out. */
const MOST_TAKES = 5000;

/**
 * Words may overlap: a gap begins where the last of all that came before ends. A service that knows no times gives text
 * alone, and no words.
 */
const TAKES = `
  SELECT r.script_id AS "scriptId", r.question_id AS "questionId", r.created_at AS "createdAt",
    r.duration_ms AS "recordedMs", CASE WHEN timed.words > 0 THEN timed.words ELSE
      coalesce(cardinality(regexp_split_to_array(nullif(btrim(t.text, E' \\t\\r\\n'), ''), '\\s+')), 0) END AS words,
    CASE WHEN timed.words > 0 THEN timed."spanMs" END AS "spanMs",
    coalesce(timed.pauses, 0) AS pauses, coalesce(timed."longestPauseMs", 0) AS "longestPauseMs"
  FROM recordings r
  JOIN scripts s ON s.id = r.script_id AND s.deleted_at IS NULL
  LEFT JOIN transcripts t ON t.recording_id = r.id AND t.status = 'done'
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS words, max("endMs") - min("startMs") AS "spanMs",
      (count(*) FILTER (WHERE gap >= ${PAUSE_MS}))::int AS pauses,
      coalesce(max(gap) FILTER (WHERE gap >= ${PAUSE_MS}), 0) AS "longestPauseMs"
    FROM (
      SELECT "startMs", "endMs", "startMs" - max("endMs") OVER (
        ORDER BY "startMs", "endMs" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS gap
      FROM jsonb_to_recordset(t.words) AS word ("startMs" int, "endMs" int)
    ) AS gaps
  ) AS timed ON t.recording_id IS NOT NULL
  WHERE r.user_id = $1 AND r.status = 'stored' AND r.created_at >= $2
  ORDER BY r.created_at DESC, r.id DESC LIMIT ${MOST_TAKES}`;

/** What takes and their transcripts tell of practice. Only of the owner's. */
@Injectable()
export class PracticeProgressRepository {
  constructor(private readonly database: Database) {}

  /** Since then, in order. */
  async takes(userId: string, since: Date): Promise<RecordedTake[]> {
    const rows = await this.database.query<RecordedTake & Record<string, unknown>>(TAKES, [userId, since]);
    return rows.toReversed();
  }

  async questions(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; text: string }>(
      'SELECT id, text FROM questions WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, text }) => [id, text]));
  }
}
