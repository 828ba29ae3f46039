import type { CompleteRecordingRequest, CreateRecordingRequest, RecordingType } from '@ieum/api-contract';
import { MAX_RECORDING_BYTES } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
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

const COLUMNS = 'id, script_id, question_id, status, content_type, bytes, duration_ms, voiced_ms, peaks, created_at';

/** Takes of a script that was deleted are not there unless it is restored. */
const NOT_DELETED = 'script_id IN (SELECT id FROM scripts WHERE user_id = $1 AND deleted_at IS NULL)';

/** Rows of recordings and of the slices they arrive in. Every statement names the owner. */
@Injectable()
export class RecordingsRepository {
  constructor(private readonly database: Database) {}

  /** Its script is made if need be. `undefined` when the id is taken already, or there is no such question. */
  async create(
    userId: string,
    { id, questionId, contentType }: CreateRecordingRequest,
  ): Promise<RecordingRecord | undefined> {
    return this.one(
      `WITH script AS (
         INSERT INTO scripts (user_id, question_id) SELECT $2, id FROM questions WHERE id = $3
         ON CONFLICT (user_id, question_id) WHERE deleted_at IS NULL DO UPDATE SET updated_at = now() RETURNING id)
       INSERT INTO recordings (id, user_id, script_id, question_id, content_type)
       SELECT $1, $2, id, $3, $4 FROM script ON CONFLICT (id) DO NOTHING RETURNING ${COLUMNS}`,
      [id, userId, questionId, contentType],
    );
  }

  async find(userId: string, id: string): Promise<RecordingRecord | undefined> {
    return this.one(`SELECT ${COLUMNS} FROM recordings WHERE id = $2 AND user_id = $1 AND ${NOT_DELETED}`, [
      userId,
      id,
    ]);
  }

  async ofQuestion(userId: string, questionId: string, most: number): Promise<RecordingRecord[]> {
    const rows = await this.database.query<RecordingRow>(
      `SELECT ${COLUMNS} FROM recordings WHERE user_id = $1 AND question_id = $2 AND ${NOT_DELETED} ORDER BY created_at DESC, id LIMIT $3`,
      [userId, questionId, most],
    );
    return rows.map(toRecord);
  }

  async soFar(userId: string): Promise<RecordedSoFar> {
    const [row] = await this.database.query<{ bytes: string; day_count: string; day_bytes: string }>(
      `SELECT coalesce(sum(bytes), 0) AS bytes, count(*) FILTER (WHERE created_at > now() - interval '1 day') AS day_count,
         coalesce(sum(bytes) FILTER (WHERE created_at > now() - interval '1 day'), 0) AS day_bytes
       FROM recordings WHERE user_id = $1`,
      [userId],
    );
    return { bytes: Number(row?.bytes), dayCount: Number(row?.day_count), dayBytes: Number(row?.day_bytes) };
  }

  slices(id: string): Promise<SliceRecord[]> {
    return this.database.query<SliceRecord & Record<string, unknown>>(
      'SELECT index, bytes, sha256 FROM recording_slices WHERE recording_id = $1 ORDER BY index',
      [id],
    );
  }

  /**
   * Takes a slice that comes next, as long as the recording is open and stays small enough. `false` otherwise: the row is
   * locked, so that two at once, or one and the end, never both count.
   */
  async addSlice(userId: string, id: string, { index, bytes, sha256 }: SliceRecord): Promise<boolean> {
    return this.database
      .transaction(async (transaction) => {
        const grown = await transaction.execute(
          `UPDATE recordings SET bytes = bytes + $4
         WHERE id = $2 AND user_id = $1 AND status = 'uploading' AND bytes + $4 <= ${MAX_RECORDING_BYTES}
           AND (SELECT count(*) FROM recording_slices WHERE recording_id = $2) = $3`,
          [userId, id, index, bytes],
        );
        if (grown === 0) return false;
        const added = await transaction.execute(
          'INSERT INTO recording_slices (recording_id, index, bytes, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
          [id, index, bytes, sha256],
        );
        if (added === 0) throw new SliceTaken();
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof SliceTaken) return false;
        throw error;
      });
  }

  /** Stored from now on, if exactly these slices are there. `undefined` when it was not open, or has others. */
  async complete(
    userId: string,
    id: string,
    { slices, durationMs, voicedMs, peaks }: CompleteRecordingRequest,
    sha256: Buffer,
  ): Promise<RecordingRecord | undefined> {
    return this.one(
      `UPDATE recordings SET status = 'stored', duration_ms = $4, voiced_ms = $5, peaks = $6, sha256 = $7
       WHERE id = $2 AND user_id = $1 AND status = 'uploading'
         AND (SELECT count(*) FROM recording_slices WHERE recording_id = $2) = $3
       RETURNING ${COLUMNS}`,
      [userId, id, slices, durationMs, voicedMs, [...peaks], sha256],
    );
  }

  async forgetSlices(id: string): Promise<void> {
    await this.database.execute('DELETE FROM recording_slices WHERE recording_id = $1', [id]);
  }

  async delete(userId: string, id: string): Promise<boolean> {
    return (await this.database.execute('DELETE FROM recordings WHERE id = $2 AND user_id = $1', [userId, id])) > 0;
  }

  private async one(sql: string, parameters: unknown[]): Promise<RecordingRecord | undefined> {
    const rows = await this.database.query<RecordingRow>(sql, parameters);
    return rows[0] && toRecord(rows[0]);
  }
}

/** Two at once counted the same slices: the later one takes back what it added. */
class SliceTaken extends Error {}

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
  };
}
