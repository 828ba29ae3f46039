import type { SaveFeedbackRequest } from '@ieum/api-contract';
import type { Correction, Kind } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { FeedbackRecord, SentFeedback } from './feedback.record';

interface FeedbackRow {
  consult_id: string;
  status: FeedbackRecord['status'];
  version: number;
  summary: string;
  practice: string;
  corrections: Correction[];
  dismissed: string[];
  rating: number | null;
  thanks: string;
  updated_at: Date;
  sent_at: Date | null;
}

/** More than anybody has of them; the oldest would be left out. */
const MOST_SENT = 1000;

/** Feedback rows. A write names the state it needs; no row back means that the state was another. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly database: Database) {}

  async find(consultId: string): Promise<FeedbackRecord | undefined> {
    return this.one('SELECT * FROM feedbacks WHERE consult_id = $1', [consultId]);
  }

  async sentTo(studentId: string): Promise<SentFeedback[]> {
    const rows = await this.database.query<{
      consult_id: string;
      kind: Kind;
      sent_at: Date;
      corrections: Correction[];
    }>(
      `SELECT f.consult_id, c.kind, f.sent_at, f.corrections FROM feedbacks f JOIN consults c ON c.id = f.consult_id
       WHERE c.student_id = $1 AND f.status = 'sent' ORDER BY f.sent_at DESC, f.consult_id LIMIT ${MOST_SENT}`,
      [studentId],
    );
    return rows
      .reverse()
      .map((row) => ({ consultId: row.consult_id, kind: row.kind, sentAt: row.sent_at, corrections: row.corrections }));
  }

  /** Saves a draft that was made from `draft.version`; 0 is the first. */
  async save(consultId: string, draft: SaveFeedbackRequest): Promise<FeedbackRecord | undefined> {
    const { summary, practice, corrections, dismissed } = draft;
    const values = [consultId, summary, practice, JSON.stringify(corrections), JSON.stringify(dismissed)];
    if (draft.version === 0) {
      return this.one(
        `INSERT INTO feedbacks (consult_id, status, version, summary, practice, corrections, dismissed)
         VALUES ($1, 'draft', 1, $2, $3, $4::jsonb, $5::jsonb) ON CONFLICT (consult_id) DO NOTHING RETURNING *`,
        values,
      );
    }
    return this.one(
      `UPDATE feedbacks
       SET summary = $2, practice = $3, corrections = $4::jsonb, dismissed = $5::jsonb, version = version + 1,
           updated_at = now()
       WHERE consult_id = $1 AND status = 'draft' AND version = $6 RETURNING *`,
      [...values, draft.version],
    );
  }

  async send(consultId: string): Promise<FeedbackRecord | undefined> {
    return this.one(
      `UPDATE feedbacks SET status = 'sent', dismissed = '[]'::jsonb, sent_at = now(), updated_at = now(), version = version + 1
       WHERE consult_id = $1 AND status = 'draft'
         AND (btrim(summary) <> '' OR btrim(practice) <> '' OR jsonb_array_length(corrections) > 0) RETURNING *`,
      [consultId],
    );
  }

  async rate(consultId: string, rating: number, thanks: string): Promise<FeedbackRecord | undefined> {
    return this.one(
      `UPDATE feedbacks SET rating = $2, thanks = $3, updated_at = now(), version = version + 1
       WHERE consult_id = $1 AND status = 'sent' RETURNING *`,
      [consultId, rating, thanks],
    );
  }

  /** Takes every word away; the empty row stays, so that the mentor cannot write it again unasked. */
  async erase(consultId: string): Promise<FeedbackRecord | undefined> {
    return this.one(
      `UPDATE feedbacks
       SET status = 'deleted', summary = '', practice = '', corrections = '[]'::jsonb, dismissed = '[]'::jsonb, thanks = '', rating = NULL,
           updated_at = now(), version = version + 1
       WHERE consult_id = $1 AND status = 'sent' RETURNING *`,
      [consultId],
    );
  }

  private async one(sql: string, parameters: unknown[]): Promise<FeedbackRecord | undefined> {
    const rows = await this.database.query<FeedbackRow>(sql, parameters);
    return rows[0] && toRecord(rows[0]);
  }
}

function toRecord(row: FeedbackRow): FeedbackRecord {
  return {
    consultId: row.consult_id,
    status: row.status,
    version: row.version,
    summary: row.summary,
    practice: row.practice,
    corrections: row.corrections,
    dismissed: row.dismissed,
    rating: row.rating,
    thanks: row.thanks,
    updatedAt: row.updated_at,
    sentAt: row.sent_at,
  };
}
