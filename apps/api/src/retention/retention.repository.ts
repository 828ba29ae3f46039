import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** Any constant will do, as long as every node takes the same. */
const RETENTION_LOCK = 1_763_700_001;

/** As much as one statement takes away: no lock is held for long, and nothing else waits. */
const BATCH = 500;

/** What is taken away when it is old. Each statement takes the moment before which it is, and one batch. */
const BY_AGE = {
  sessions: `DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ended_at < $1 LIMIT ${BATCH})`,
  unmetRequests: `
    DELETE FROM consults WHERE id IN (
      SELECT id FROM consults WHERE status IN ('cancelled', 'expired') AND closed_at < $1 LIMIT ${BATCH})`,
  visits: `
    DELETE FROM room_visits WHERE id IN (
      SELECT v.id FROM room_visits v JOIN consults c ON c.id = v.consult_id WHERE c.closed_at < $1 LIMIT ${BATCH})`,
  drafts: `
    DELETE FROM feedbacks WHERE status = 'draft' AND updated_at < $1 AND consult_id IN (
      SELECT f.consult_id FROM feedbacks f JOIN consults c ON c.id = f.consult_id
      WHERE f.status = 'draft' AND f.updated_at < $1 AND c.closed_at < $1 LIMIT ${BATCH})`,
  withdrawnFeedback: `
    DELETE FROM written_feedbacks WHERE id IN (
      SELECT id FROM written_feedbacks WHERE status = 'withdrawn' AND closed_at < $1 LIMIT ${BATCH})`,
  // A draft that is worked on was saved or claimed lately.
  writtenDrafts: `
    DELETE FROM written_feedback_drafts WHERE (written_feedback_id, mentor_id) IN (
      SELECT written_feedback_id, mentor_id FROM written_feedback_drafts WHERE updated_at < $1 LIMIT ${BATCH})
      AND updated_at < $1`,
  // The row stays and says so, as when the student deletes it: a tab that slept for so long cannot write it again. It is
  // locked first, as there.
  documents: `
    WITH old AS (
      SELECT d.consult_id FROM documents d JOIN consults c ON c.id = d.consult_id
      WHERE c.closed_at < $1 AND d.deleted_at IS NULL LIMIT ${BATCH} FOR UPDATE OF d),
    gone AS (DELETE FROM document_updates u USING old WHERE u.consult_id = old.consult_id)
    UPDATE documents d SET deleted_at = now() FROM old WHERE d.consult_id = old.consult_id`,
  scripts: `DELETE FROM scripts WHERE id IN (SELECT id FROM scripts WHERE deleted_at < $1 LIMIT ${BATCH})
      AND deleted_at < $1`,
  unfinishedRecordings: `
    DELETE FROM recordings WHERE id IN (
      SELECT id FROM recordings WHERE status = 'uploading' AND created_at < $1 LIMIT ${BATCH})
      AND status = 'uploading'`,
  callReports: `
    DELETE FROM call_reports WHERE (consult_id, peer_id, seq) IN (
      SELECT consult_id, peer_id, seq FROM call_reports WHERE at < $1 LIMIT ${BATCH})`,
  audit: `DELETE FROM admin_audit WHERE id IN (SELECT id FROM admin_audit WHERE at < $1 LIMIT ${BATCH})`,
  erasedSessions: `
    DELETE FROM erased_sessions WHERE id IN (SELECT id FROM erased_sessions WHERE ended_at < $1 LIMIT ${BATCH})`,
} as const;

/** Cards of a feedback that was deleted while they could not be. */
const LEFT_CARDS = `
  DELETE FROM practice_cards WHERE consult_id IN (
    SELECT p.consult_id FROM practice_cards p JOIN feedbacks f ON f.consult_id = p.consult_id
    WHERE f.status = 'deleted' LIMIT ${BATCH})`;

/** Updates of documents that were marked deleted while they could not be. */
const LEFT_UPDATES = `
  DELETE FROM document_updates WHERE (consult_id, seq) IN (
    SELECT u.consult_id, u.seq FROM document_updates u JOIN documents d ON d.consult_id = u.consult_id
    WHERE d.deleted_at IS NOT NULL LIMIT ${BATCH})`;

@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  /** Does the work unless another node is at it. */
  async alone<T>(work: () => Promise<T>): Promise<T | undefined> {
    return this.database.alone(RETENTION_LOCK, work);
  }

  /** Takes away what is older; returns how many. */
  sweep(what: keyof typeof BY_AGE, before: Date): Promise<number> {
    return this.inBatches(BY_AGE[what], [before]);
  }

  sweepLeftCards(): Promise<number> {
    return this.inBatches(LEFT_CARDS, []);
  }

  sweepLeftUpdates(): Promise<number> {
    return this.inBatches(LEFT_UPDATES, []);
  }

  private async inBatches(sql: string, values: readonly unknown[]): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await this.database.execute(sql, values);
      total += count;
      if (count === 0) return total;
    }
  }
}
