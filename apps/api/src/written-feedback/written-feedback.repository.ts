import type { AskForWrittenFeedbackRequest } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { PagePosition } from '../common/page-cursor';
import { Database } from '../database/database';
import { lockOwner } from '../users/lock-owner';
import { IS_OPEN, JOINS, SUMMARY } from './written-feedback.query';
import type { SummaryRecord, WrittenFeedbackRecord } from './written-feedback.record';

/** What somebody has asked for so far. */
export interface AskedSoFar {
  readonly open: number;
  readonly today: number;
}

type Row<Record> = Record & { [column: string]: unknown };

/** What became of an ask; `same`: it was made before. */
export type Asked = 'asked' | 'same' | 'no-script' | 'no-take' | 'empty';

/** Requests as their students ask for them. Every statement names the student. */
@Injectable()
export class WrittenFeedbackRepository {
  constructor(private readonly database: Database) {}

  /** The student's row is locked: limits hold for who asks many times at once, and an erasure waits or has won. */
  async ask(
    studentId: string,
    { id, scriptId, recordingIds, note, needsApproval }: AskForWrittenFeedbackRequest & { needsApproval: boolean },
    allows: (soFar: AskedSoFar) => void,
  ): Promise<Asked> {
    return this.database.transaction(async (transaction) => {
      await lockOwner(transaction, studentId);
      const [same] = await transaction.query('SELECT 1 FROM written_feedbacks WHERE id = $1', [id]);
      if (same) return 'same';
      const [soFar] = await transaction.query<Row<AskedSoFar>>(
        `SELECT count(*) FILTER (WHERE ${IS_OPEN})::int AS open,
           count(*) FILTER (WHERE w.created_at > now() - interval '1 day')::int AS today
         FROM written_feedbacks w JOIN scripts s ON s.id = w.script_id WHERE w.student_id = $1`,
        [studentId],
      );
      allows(soFar ?? { open: 0, today: 0 });
      const [script] = await transaction.query<{ text: string }>(
        // Locked, as the takes are: what is deleted at the same moment is gone before, or waits.
        'SELECT text FROM scripts WHERE id = $2 AND user_id = $1 AND deleted_at IS NULL FOR KEY SHARE',
        [studentId, scriptId],
      );
      if (!script) return 'no-script';
      const takes = await transaction.query<{ id: string }>(
        `SELECT id FROM recordings WHERE id = ANY ($3) AND script_id = $2 AND user_id = $1 AND status = 'stored' FOR KEY SHARE`,
        [studentId, scriptId, recordingIds],
      );
      if (takes.length !== recordingIds.length) return 'no-take';
      if (script.text.trim() === '' && takes.length === 0) return 'empty';
      const asked = await transaction.execute(
        `INSERT INTO written_feedbacks (id, student_id, script_id, needs_approval, text, note)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
        [id, studentId, scriptId, needsApproval, script.text, note],
      );
      if (asked === 0) return 'same';
      await transaction.execute(
        `INSERT INTO written_feedback_takes (written_feedback_id, recording_id)
         SELECT $1::uuid, id FROM recordings WHERE id = ANY ($2)`,
        [id, takes.map((take) => take.id)],
      );
      return 'asked';
    });
  }

  async find(studentId: string, id: string): Promise<WrittenFeedbackRecord | undefined> {
    const rows = await this.database.query<Row<WrittenFeedbackRecord>>(
      `SELECT ${SUMMARY}, w.script_id AS "scriptId", w.text, w.note, m.nickname AS "mentorNickname",
         w.answer_text AS "answerText", w.answer_comment AS "answerComment", w.answer_moments AS "answerMoments",
         ARRAY (SELECT t.recording_id FROM written_feedback_takes t WHERE t.written_feedback_id = w.id) AS "takeIds"
       FROM written_feedbacks w ${JOINS} LEFT JOIN users m ON m.id = w.mentor_id
       WHERE w.id = $2 AND w.student_id = $1`,
      [studentId, id],
    );
    return rows[0];
  }

  /** A page, and one more if there is a next page. */
  async list(studentId: string, limit: number, after: PagePosition | undefined): Promise<SummaryRecord[]> {
    return this.database.query<Row<SummaryRecord>>(
      `SELECT ${SUMMARY} FROM written_feedbacks w ${JOINS}
       WHERE w.student_id = $1 AND ($2::timestamptz IS NULL OR (w.created_at, w.id) < ($2, $3::uuid))
       ORDER BY w.created_at DESC, w.id DESC LIMIT $4`,
      [studentId, after?.createdAt ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** The student's words go at once, wherever they stand. `false` when it was not open. */
  async withdraw(studentId: string, id: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const withdrawn = await transaction.execute(
        `UPDATE written_feedbacks SET status = 'withdrawn', closed_at = now(), text = '', note = '', mentor_id = NULL,
           claimed_until = NULL
         WHERE id = $2 AND student_id = $1 AND status = 'open'`,
        [studentId, id],
      );
      if (withdrawn === 0) return false;
      await transaction.execute('DELETE FROM written_feedback_drafts WHERE written_feedback_id = $1', [id]);
      await transaction.execute('DELETE FROM written_feedback_takes WHERE written_feedback_id = $1', [id]);
      return true;
    });
  }

  /** Notes that the answer was made a version of the script. */
  async accepted(studentId: string, id: string): Promise<void> {
    await this.database.execute(
      `UPDATE written_feedbacks SET accepted_at = now() WHERE id = $2 AND student_id = $1 AND status = 'answered'`,
      [studentId, id],
    );
  }

  /** With its takes and drafts. `false` when it was open: an answer that comes at this moment is not lost unread. */
  async delete(studentId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      `DELETE FROM written_feedbacks w USING scripts s
       WHERE w.id = $2 AND w.student_id = $1 AND s.id = w.script_id AND NOT ${IS_OPEN}`,
      [studentId, id],
    );
    return deleted > 0;
  }
}
