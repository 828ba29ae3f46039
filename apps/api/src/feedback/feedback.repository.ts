import type { SaveFeedbackRequest } from '@ieum/api-contract';
import type { Correction } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { FeedbackRecord } from './feedback.record';

interface FeedbackRow {
  consult_id: string;
  status: FeedbackRecord['status'];
  version: number;
  summary: string;
  practice: string;
  corrections: Correction[];
  rating: number | null;
  thanks: string;
  updated_at: Date;
  sent_at: Date | null;
}

/** Feedback rows. A write names the state it needs; no row back means that the state was another. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly database: Database) {}

  async find(consultId: string): Promise<FeedbackRecord | undefined> {
    return this.one('SELECT * FROM feedbacks WHERE consult_id = $1', [consultId]);
  }

  /** Saves a draft that was made from `draft.version`; 0 is the first. */
  async save(consultId: string, draft: SaveFeedbackRequest): Promise<FeedbackRecord | undefined> {
    const values = [consultId, draft.summary, draft.practice, JSON.stringify(draft.corrections)];
    if (draft.version === 0) {
      return this.one(
        `INSERT INTO feedbacks (consult_id, status, version, summary, practice, corrections)
         VALUES ($1, 'draft', 1, $2, $3, $4::jsonb) ON CONFLICT (consult_id) DO NOTHING RETURNING *`,
        values,
      );
    }
    return this.one(
      `UPDATE feedbacks
       SET summary = $2, practice = $3, corrections = $4::jsonb, version = version + 1, updated_at = now()
       WHERE consult_id = $1 AND status = 'draft' AND version = $5 RETURNING *`,
      [...values, draft.version],
    );
  }

  async send(consultId: string): Promise<FeedbackRecord | undefined> {
    return this.one(
      `UPDATE feedbacks SET status = 'sent', sent_at = now(), updated_at = now(), version = version + 1
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
       SET status = 'deleted', summary = '', practice = '', corrections = '[]'::jsonb, thanks = '', rating = NULL,
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
    rating: row.rating,
    thanks: row.thanks,
    updatedAt: row.updated_at,
    sentAt: row.sent_at,
  };
}
