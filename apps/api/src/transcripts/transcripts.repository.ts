import type { RecordingType, Transcript, TranscriptFailure, TranscriptWord } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

export type TranscriptRecord = Readonly<Omit<Transcript, 'askedAt'>> & { readonly askedAt: Date };

/** A recording whose text is waited for. */
export interface AwaitedRecording {
  readonly contentType: RecordingType;
  readonly durationMs: number;
  /** `null`: the browser could not measure how loud it was. */
  readonly voicedMs: number | null;
  readonly askedAt: Date;
}

/** What came of it. */
export type Made =
  | { readonly status: 'done'; readonly text: string; readonly words: readonly TranscriptWord[] }
  | { readonly status: 'no-speech' }
  | { readonly status: 'failed'; readonly failure: TranscriptFailure };

const COLUMNS = 'status, text, words, failure, asked_at AS "askedAt"';
const AT_ONCE = 500;

/** Rows of transcripts. One that is asked for again waits anew; what was made of an earlier question is then late. */
@Injectable()
export class TranscriptsRepository {
  constructor(private readonly database: Database) {}

  async find(recordingId: string): Promise<TranscriptRecord | undefined> {
    const rows = await this.database.query<TranscriptRecord & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM transcripts WHERE recording_id = $1`,
      [recordingId],
    );
    return rows[0];
  }

  findAll(recordingIds: readonly string[]): Promise<(TranscriptRecord & { readonly recordingId: string })[]> {
    return this.database.query<TranscriptRecord & { recordingId: string } & Record<string, unknown>>(
      `SELECT recording_id AS "recordingId", ${COLUMNS} FROM transcripts WHERE recording_id = ANY ($1::uuid[])`,
      [recordingIds],
    );
  }

  /** One that waits or is done stays as it is. The recording is locked: one that goes meanwhile is not asked for. */
  async ask(recordingId: string): Promise<void> {
    await this.database.execute(
      `INSERT INTO transcripts (recording_id) SELECT id FROM recordings WHERE id = $1 FOR KEY SHARE ON CONFLICT (recording_id) DO UPDATE
       SET status = 'waiting', failure = NULL, asked_at = now() WHERE transcripts.status IN ('failed', 'no-speech')`,
      [recordingId],
    );
  }

  async awaited(recordingId: string): Promise<AwaitedRecording | undefined> {
    const rows = await this.database.query<AwaitedRecording & Record<string, unknown>>(
      `SELECT r.content_type AS "contentType", r.duration_ms AS "durationMs", CASE WHEN cardinality(r.peaks) > 0 THEN r.voiced_ms END AS "voicedMs",
         t.asked_at AS "askedAt"
       FROM transcripts t JOIN recordings r ON r.id = t.recording_id
       WHERE t.recording_id = $1 AND t.status = 'waiting' AND r.status = 'stored'`,
      [recordingId],
    );
    return rows[0];
  }

  /** Writes what came of it, once: whoever does the same job twice writes nothing the second time. */
  async settle(recordingId: string, askedAt: Date, made: Made): Promise<void> {
    const { text = '', words = [] } = made.status === 'done' ? made : {};
    await this.database.execute(
      `UPDATE transcripts SET status = $3, text = $4, words = $5::jsonb, failure = $6
       WHERE recording_id = $1 AND asked_at = $2 AND status = 'waiting'`,
      [recordingId, askedAt, made.status, text, JSON.stringify(words), made.status === 'failed' ? made.failure : null],
    );
  }

  async waiting(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT recording_id AS id FROM transcripts WHERE status = 'waiting' ORDER BY asked_at LIMIT ${AT_ONCE}`,
    );
    return rows.map(({ id }) => id);
  }
}
