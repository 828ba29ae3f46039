import type { CompleteRecordingRequest, CreateRecordingRequest, RecordingType } from '@ieum/api-contract';
import { MAX_RECORDING_BYTES } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database';
import { refuseBeyondMost } from '../scripts/script-limit';
import { lockOwner } from '../users/lock-owner';
import type { RecordingRecord } from './recording.record';

interface RecordingRow {
  id: string;
  script_id: string;
  question_id: string;
  status: RecordingRecord['status'];
  content_type: RecordingType;
  bytes: number;
  duration_ms: number | null;
  voiced_ms: number | null;
  peaks: number[];
  created_at: Date;
  sha256: Buffer | null;
}

export interface SliceRecord {
  readonly index: number;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** What somebody has recorded, in all and within the last day. */
export interface RecordedSoFar {
  readonly bytes: number;
  readonly dayCount: number;
  readonly dayBytes: number;
}

const COLUMNS =
  'id, script_id, question_id, status, content_type, bytes, duration_ms, voiced_ms, peaks, created_at, sha256';

/** A backup reads rows first and objects then. */
const BACKED_UP_WITHIN = '1 hour';

/** Takes of a script that was deleted are not there unless it is restored. */
const NOT_DELETED = 'script_id IN (SELECT id FROM scripts WHERE user_id = $1 AND deleted_at IS NULL)';

/** Rows of recordings and of the slices they arrive in. What somebody asks for names its owner. */
@Injectable()
export class RecordingsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Its script is made if need be. The owner's row is locked: quotas hold for who begins many at once, and an erasure waits or
   * has won. `undefined` when the id is taken or was deleted just now, or there is no such question.
   */
  async create(
    userId: string,
    { id, questionId, contentType }: CreateRecordingRequest,
    allows: (soFar: RecordedSoFar) => void,
  ): Promise<RecordingRecord | undefined> {
    return this.database.transaction(async (transaction) => {
      await lockOwner(transaction, userId);
      allows(await soFar(transaction, userId));
      await refuseBeyondMost(transaction, userId, questionId);
      const rows = await transaction.query<RecordingRow>(
        `WITH script AS (
           INSERT INTO scripts (user_id, question_id)
           SELECT $2::uuid, id FROM questions WHERE id = $3::uuid AND NOT EXISTS (SELECT FROM recordings WHERE id = $1::uuid)
             AND NOT EXISTS (SELECT FROM doomed_objects WHERE folder = 'recordings/' || $1::uuid || '/')
           ON CONFLICT (user_id, question_id) WHERE deleted_at IS NULL DO UPDATE SET updated_at = now() RETURNING id)
         INSERT INTO recordings (id, user_id, script_id, question_id, content_type)
         SELECT $1::uuid, $2::uuid, id, $3::uuid, $4 FROM script ON CONFLICT (id) DO NOTHING RETURNING ${COLUMNS}`,
        [id, userId, questionId, contentType],
      );
      return rows[0] && toRecord(rows[0]);
    });
  }

  async find(userId: string, id: string): Promise<RecordingRecord | undefined> {
    return this.one(`SELECT ${COLUMNS} FROM recordings WHERE id = $2 AND user_id = $1 AND ${NOT_DELETED}`, [
      userId,
      id,
    ]);
  }

  /** Whether it has a row, even if its script was deleted. */
  async exists(id: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM recordings WHERE id = $1', [id])).length > 0;
  }

  async ofQuestion(userId: string, questionId: string, most: number): Promise<RecordingRecord[]> {
    const rows = await this.database.query<RecordingRow>(
      `SELECT ${COLUMNS} FROM recordings WHERE user_id = $1 AND question_id = $2 AND ${NOT_DELETED} ORDER BY created_at DESC, id LIMIT $3`,
      [userId, questionId, most],
    );
    return rows.map(toRecord);
  }

  async storedAmong(userId: string, ids: readonly string[]): Promise<RecordingRecord[]> {
    const rows = await this.database.query<RecordingRow>(
      `SELECT ${COLUMNS} FROM recordings WHERE user_id = $1 AND id = ANY ($2::uuid[]) AND status = 'stored' AND ${NOT_DELETED}
       ORDER BY created_at, id`,
      [userId, ids],
    );
    return rows.map(toRecord);
  }

  slices(id: string): Promise<SliceRecord[]> {
    return this.database.query<SliceRecord & Record<string, unknown>>(
      'SELECT index, bytes, sha256 FROM recording_slices WHERE recording_id = $1 ORDER BY index',
      [id],
    );
  }

  /**
   * Takes a slice that comes next, as long as the recording is open and stays small enough. `false` otherwise: the rows are
   * locked, so that two at once, or one and the end, never both count.
   */
  async addSlice(
    userId: string,
    id: string,
    { index, bytes, sha256 }: SliceRecord,
    allows: (soFar: RecordedSoFar) => void,
  ): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      await lockOwner(transaction, userId);
      allows(await soFar(transaction, userId));
      const [open] = await transaction.query(
        `SELECT 1 FROM recordings WHERE id = $2 AND user_id = $1 AND status = 'uploading' AND bytes + $3 <= ${MAX_RECORDING_BYTES}
         FOR UPDATE`,
        [userId, id, bytes],
      );
      if (!open) return false;
      const added = await transaction.execute(
        `INSERT INTO recording_slices (recording_id, index, bytes, sha256)
         SELECT $1::uuid, $2::smallint, $3::int, $4::bytea
         WHERE (SELECT count(*) FROM recording_slices WHERE recording_id = $1::uuid) = $2::smallint
         ON CONFLICT DO NOTHING`,
        [id, index, bytes, sha256],
      );
      if (added > 0) await transaction.execute('UPDATE recordings SET bytes = bytes + $2 WHERE id = $1', [id, bytes]);
      return added > 0;
    });
  }

  /** Stored from now on, if so many bytes are all that came. `undefined` when it was not open, or has more. */
  async complete(
    userId: string,
    id: string,
    { durationMs, voicedMs, peaks }: CompleteRecordingRequest,
    { bytes, sha256 }: { readonly bytes: number; readonly sha256: Buffer },
  ): Promise<RecordingRecord | undefined> {
    return this.one(
      `UPDATE recordings SET status = 'stored', stored_at = now(), duration_ms = $4, voiced_ms = $5, peaks = $6, sha256 = $7
       WHERE id = $2 AND user_id = $1 AND status = 'uploading' AND bytes = $3 RETURNING ${COLUMNS}`,
      [userId, id, bytes, durationMs, voicedMs, [...peaks], sha256],
    );
  }

  /**
   * Slices of recordings that were put together a while ago, which nobody needs any more. Until then they are there for a
   * backup that has read the row before and reads the objects after.
   */
  async spentSlices(most: number): Promise<(SliceRecord & { readonly recordingId: string })[]> {
    return this.database.query<SliceRecord & { recordingId: string } & Record<string, unknown>>(
      `SELECT s.recording_id AS "recordingId", s.index, s.bytes, s.sha256 FROM recording_slices s
       JOIN recordings r ON r.id = s.recording_id WHERE r.stored_at < now() - interval '${BACKED_UP_WITHIN}' LIMIT $1`,
      [most],
    );
  }

  async forgetSlices(slices: readonly { readonly recordingId: string; readonly index: number }[]): Promise<void> {
    await this.database.execute(
      `DELETE FROM recording_slices s USING unnest($1::uuid[], $2::int[]) AS gone (id, index)
       WHERE s.recording_id = gone.id AND s.index = gone.index`,
      [slices.map(({ recordingId }) => recordingId), slices.map(({ index }) => index)],
    );
  }

  async delete(userId: string, id: string): Promise<boolean> {
    return (await this.database.execute('DELETE FROM recordings WHERE id = $2 AND user_id = $1', [userId, id])) > 0;
  }

  private async one(sql: string, parameters: unknown[]): Promise<RecordingRecord | undefined> {
    const rows = await this.database.query<RecordingRow>(sql, parameters);
    return rows[0] && toRecord(rows[0]);
  }
}

async function soFar(transaction: Transaction, userId: string): Promise<RecordedSoFar> {
  const [row] = await transaction.query<{ bytes: string; day_count: string; day_bytes: string }>(
    `SELECT coalesce(sum(bytes), 0) AS bytes, count(*) FILTER (WHERE created_at > now() - interval '1 day') AS day_count,
       coalesce(sum(bytes) FILTER (WHERE created_at > now() - interval '1 day'), 0) AS day_bytes
     FROM recordings WHERE user_id = $1`,
    [userId],
  );
  return { bytes: Number(row?.bytes), dayCount: Number(row?.day_count), dayBytes: Number(row?.day_bytes) };
}

function toRecord(row: RecordingRow): RecordingRecord {
  return {
    id: row.id,
    scriptId: row.script_id,
    questionId: row.question_id,
    status: row.status,
    contentType: row.content_type,
    bytes: row.bytes,
    durationMs: row.duration_ms,
    voicedMs: row.voiced_ms,
    peaks: row.peaks,
    createdAt: row.created_at,
    sha256: row.sha256,
  };
}
