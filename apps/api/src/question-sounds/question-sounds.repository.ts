import type { QuestionSoundType } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { soundFolder } from './sound-keys';

export interface SoundRecord {
  readonly id: string;
  readonly contentType: QuestionSoundType;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** Longer than it takes to put some megabytes into the store. */
const PUT_WITHIN = '10 minutes';

/** Rows of sounds, one a question at the most. */
@Injectable()
export class QuestionSoundsRepository {
  constructor(private readonly database: Database) {}

  async find(questionId: string): Promise<SoundRecord | undefined> {
    const rows = await this.database.query<SoundRecord & Record<string, unknown>>(
      'SELECT id, content_type AS "contentType", bytes, sha256 FROM question_sounds WHERE question_id = $1',
      [questionId],
    );
    return rows[0];
  }

  /** Before its object is put: should it never get a row, it is deleted all the same. */
  async announce(id: string): Promise<void> {
    await this.database.execute(
      `INSERT INTO doomed_objects (folder, at) VALUES ($1, now() + interval '${PUT_WITHIN}')`,
      [soundFolder(id)],
    );
  }

  /** In the place of the one before, if there was one. `false` when the question is gone, or it took too long. */
  async keep(questionId: string, { id, contentType, bytes, sha256 }: SoundRecord): Promise<boolean> {
    const spared = await this.database.execute(
      `WITH spared AS (DELETE FROM doomed_objects WHERE folder = $6 RETURNING folder)
       INSERT INTO question_sounds (question_id, id, content_type, bytes, sha256)
       SELECT q.id, $2::uuid, $3, $4::int, $5::bytea FROM questions q, spared WHERE q.id = $1
       ON CONFLICT (question_id) DO UPDATE SET id = excluded.id, content_type = excluded.content_type,
         bytes = excluded.bytes, sha256 = excluded.sha256, created_at = now()`,
      [questionId, id, contentType, bytes, sha256, soundFolder(id)],
    );
    return spared > 0;
  }

  async remove(questionId: string): Promise<boolean> {
    return (await this.database.execute('DELETE FROM question_sounds WHERE question_id = $1', [questionId])) > 0;
  }
}
