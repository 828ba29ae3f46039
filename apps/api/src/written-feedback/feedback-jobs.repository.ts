import type { FeedbackDraft } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { PagePosition } from '../common/page-cursor';
import { Database } from '../database/database';
import { QUESTION } from '../questions/question.query';
import { lockOwner } from '../users/lock-owner';
import { CLAIM_MINUTES, EXTENSION_MINUTES, MAX_CLAIMS, MAX_EXTENSIONS } from './claim-policy';
import { CARD, CARD_JOINS, IS_APPROVED, IS_CLAIMED, IS_OPEN, MENTOR_FITS, STATUS } from './written-feedback.query';
import type { CardRecord, JobRecord } from './written-feedback.record';

type Row<Record> = Record & { [column: string]: unknown };

/** How a request stands towards a mentor who could not have it. */
export interface JobStanding {
  readonly hasProfile: boolean;
  readonly own: boolean;
  readonly fits: boolean;
  readonly mine: boolean;
  /** `null`: there is no such request. */
  readonly status: CardRecord['status'] | null;
}

/**
 * Requests as mentors work on them; `$1` is always the mentor. A change is one conditional UPDATE, whose row count tells
 * whether it was theirs to make. Times are the database's.
 */
@Injectable()
export class FeedbackJobsRepository {
  constructor(private readonly database: Database) {}

  /** What waits for somebody like this mentor, the oldest first; and one more if there is a next page. */
  waiting(mentorId: string, limit: number, after: PagePosition | undefined): Promise<CardRecord[]> {
    return this.database.query<Row<CardRecord>>(
      `SELECT ${CARD} FROM written_feedbacks w ${CARD_JOINS}
       WHERE ${IS_OPEN} AND NOT ${IS_CLAIMED} AND w.student_id <> $1 AND ${MENTOR_FITS}
         AND ($2::timestamptz IS NULL OR (w.created_at, w.id) > ($2, $3::uuid))
       ORDER BY w.created_at, w.id LIMIT $4`,
      [mentorId, after?.createdAt ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** What this mentor holds, has begun or has answered, the newest first; and one more if there is a next page. */
  of(mentorId: string, limit: number, after: PagePosition | undefined): Promise<CardRecord[]> {
    return this.database.query<Row<CardRecord>>(
      `SELECT ${CARD} FROM written_feedbacks w ${CARD_JOINS} WHERE ${IS_KNOWN}
         AND ($2::timestamptz IS NULL OR (w.created_at, w.id) < ($2, $3::uuid))
       ORDER BY w.created_at DESC, w.id DESC LIMIT $4`,
      [mentorId, after?.createdAt ?? null, after?.id ?? null, limit + 1],
    );
  }

  async find(mentorId: string, id: string): Promise<JobRecord | undefined> {
    const rows = await this.database.query<Row<JobRecord>>(
      `SELECT ${CARD}, w.student_id AS "studentId", ${QUESTION}, w.text, w.note, w.extensions,
         ${IS_APPROVED} AS approved,
         ARRAY (SELECT t.recording_id FROM written_feedback_takes t WHERE t.written_feedback_id = w.id) AS "takeIds",
         (SELECT json_build_object('revision', d.revision, 'text', d.text, 'comment', d.comment, 'moments', d.moments)
          FROM written_feedback_drafts d WHERE d.written_feedback_id = w.id AND d.mentor_id = $1) AS draft
       FROM written_feedbacks w ${CARD_JOINS} WHERE w.id = $2 AND ${IS_KNOWN}`,
      [mentorId, id],
    );
    return rows[0];
  }

  /**
   * Whether it is this mentor's now. A draft of an earlier claim is there again; a new one begins with the student's text.
   * The mentor's row is locked: who claims many at once holds no more than they may.
   */
  async claim(mentorId: string, id: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      await lockOwner(transaction, mentorId);
      const claimed = await transaction.execute(
        `UPDATE written_feedbacks w
         SET mentor_id = $1, claimed_until = now() + interval '${CLAIM_MINUTES} minutes', extensions = 0
         FROM scripts s
         WHERE w.id = $2 AND s.id = w.script_id AND ${IS_OPEN} AND NOT ${IS_CLAIMED} AND w.student_id <> $1
           AND ${MENTOR_FITS} AND ${MAX_CLAIMS} > (
             SELECT count(*) FROM written_feedbacks o
             WHERE o.mentor_id = $1 AND o.status = 'open' AND o.claimed_until > now())`,
        [mentorId, id],
      );
      if (claimed === 0) return false;
      await transaction.execute(
        `INSERT INTO written_feedback_drafts (written_feedback_id, mentor_id, text)
         SELECT id, $1::uuid, text FROM written_feedbacks WHERE id = $2
         ON CONFLICT (written_feedback_id, mentor_id) DO UPDATE SET updated_at = now()`,
        [mentorId, id],
      );
      return true;
    });
  }

  async standingTowards(mentorId: string, id: string): Promise<JobStanding | undefined> {
    const rows = await this.database.query<Row<JobStanding>>(
      `SELECT EXISTS (SELECT FROM mentor_profiles p WHERE p.user_id = $1) AS "hasProfile",
         coalesce(w.student_id = $1, false) AS own, coalesce(w.mentor_id = $1, false) AS mine,
         w.id IS NOT NULL AND ${MENTOR_FITS} AS fits, CASE WHEN w.id IS NOT NULL THEN ${STATUS} END AS status
       FROM (SELECT $2::uuid AS id) it LEFT JOIN written_feedbacks w ON w.id = it.id
         LEFT JOIN scripts s ON s.id = w.script_id`,
      [mentorId, id],
    );
    return rows[0];
  }

  async extend(mentorId: string, id: string): Promise<boolean> {
    const extended = await this.database.execute(
      `UPDATE written_feedbacks w
       SET claimed_until = w.claimed_until + interval '${EXTENSION_MINUTES} minutes', extensions = w.extensions + 1
       WHERE w.id = $2 AND w.mentor_id = $1 AND w.status = 'open' AND ${IS_CLAIMED} AND ${IS_APPROVED}
         AND w.extensions < ${MAX_EXTENSIONS}`,
      [mentorId, id],
    );
    return extended > 0;
  }

  /** It waits again; a draft stays its writer's, but one that still is the student's text alone goes. */
  async release(mentorId: string, id: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await transaction.execute(
        `UPDATE written_feedbacks SET mentor_id = NULL, claimed_until = NULL
         WHERE id = $2 AND mentor_id = $1 AND status = 'open'`,
        [mentorId, id],
      );
      await transaction.execute(
        'DELETE FROM written_feedback_drafts WHERE written_feedback_id = $2 AND mentor_id = $1 AND revision = 1',
        [mentorId, id],
      );
    });
  }

  /** Also without a claim that holds: what was typed is not lost. `undefined` when it was made from another revision. */
  async saveDraft(
    mentorId: string,
    id: string,
    { revision, text, comment, moments }: FeedbackDraft,
  ): Promise<FeedbackDraft | undefined> {
    const rows = await this.database.query<Row<FeedbackDraft>>(
      `UPDATE written_feedback_drafts d
       SET text = $4, comment = $5, moments = $6::jsonb, revision = d.revision + 1, updated_at = now()
       FROM written_feedbacks w
       WHERE d.written_feedback_id = $2 AND d.mentor_id = $1 AND d.revision = $3
         AND w.id = d.written_feedback_id AND w.status = 'open'
       RETURNING d.revision, d.text, d.comment, d.moments`,
      [mentorId, id, revision, text, comment, JSON.stringify(moments)],
    );
    return rows[0];
  }

  /**
   * The draft of this revision is the answer, unless it says nothing. A claim that ran out does not matter as long as nobody
   * else has it.
   */
  async answer(mentorId: string, id: string, revision: number): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      // The request first, as a withdrawal does. A draft that is saved just now came before, or finds the request answered.
      await transaction.query('SELECT 1 FROM written_feedbacks WHERE id = $2 AND mentor_id = $1 FOR NO KEY UPDATE', [
        mentorId,
        id,
      ]);
      const [draft] = await transaction.query(
        `SELECT 1 FROM written_feedback_drafts WHERE written_feedback_id = $2 AND mentor_id = $1 AND revision = $3 FOR UPDATE`,
        [mentorId, id, revision],
      );
      if (!draft) return false;
      const answered = await transaction.execute(
        `UPDATE written_feedbacks w
         SET status = 'answered', closed_at = now(), claimed_until = NULL, answer_text = d.text, answer_comment = d.comment,
             answer_moments = d.moments
         FROM written_feedback_drafts d, scripts s
         WHERE w.id = $2 AND w.mentor_id = $1 AND s.id = w.script_id AND ${IS_OPEN} AND ${IS_APPROVED}
           AND d.written_feedback_id = w.id AND d.mentor_id = $1 AND d.revision = $3
           AND (d.text <> w.text OR btrim(d.comment, E' \\t\\r\\n') <> '' OR jsonb_array_length(d.moments) > 0)`,
        [mentorId, id, revision],
      );
      if (answered === 0) return false;
      await transaction.execute(
        'DELETE FROM written_feedback_drafts WHERE written_feedback_id = $2 AND mentor_id = $1',
        [mentorId, id],
      );
      return true;
    });
  }
}

/** Requests that a mentor has had a part in. */
const IS_KNOWN = `(w.mentor_id = $1 OR EXISTS (
  SELECT FROM written_feedback_drafts k WHERE k.written_feedback_id = w.id AND k.mentor_id = $1))`;
