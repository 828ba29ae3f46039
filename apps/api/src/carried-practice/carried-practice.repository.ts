import type { CarryPractice } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database';

/** What a consult carries: ids, each of which may be gone by now. */
export interface CarriedLink {
  readonly scriptId: string;
  readonly shownBefore: boolean;
  readonly recordingIds: readonly string[];
}

@Injectable()
export class CarriedPracticeRepository {
  constructor(private readonly database: Database) {}

  /**
   * Notes a script of the student and stored takes of it. Otherwise it tells what is not there; some may be written then.
   * What is deleted at the same moment is gone before, or waits.
   */
  async note(
    transaction: Transaction,
    consult: { readonly id: string; readonly studentId: string },
    { scriptId, recordingIds, shownBefore }: CarryPractice,
  ): Promise<'noted' | 'no-script' | 'no-take'> {
    const scripts = await transaction.execute(
      `INSERT INTO consult_practice (consult_id, script_id, shown_before)
       SELECT $1::uuid, id, $4::boolean FROM scripts WHERE id = $3 AND user_id = $2 AND deleted_at IS NULL FOR KEY SHARE`,
      [consult.id, consult.studentId, scriptId, shownBefore],
    );
    if (scripts === 0) return 'no-script';
    const wanted = [...new Set(recordingIds)];
    const takes = await transaction.execute(
      `INSERT INTO consult_takes (consult_id, recording_id)
       SELECT $1::uuid, id FROM recordings
       WHERE id = ANY ($4::uuid[]) AND user_id = $2 AND script_id = $3 AND status = 'stored' FOR KEY SHARE`,
      [consult.id, consult.studentId, scriptId, wanted],
    );
    return takes === wanted.length ? 'noted' : 'no-take';
  }

  async find(consultId: string): Promise<CarriedLink | undefined> {
    const rows = await this.database.query<{ scriptId: string; shownBefore: boolean; recordingIds: string[] }>(
      `SELECT script_id AS "scriptId", shown_before AS "shownBefore",
         ARRAY(SELECT recording_id FROM consult_takes t WHERE t.consult_id = p.consult_id) AS "recordingIds"
       FROM consult_practice p WHERE consult_id = $1`,
      [consultId],
    );
    return rows[0];
  }
}
