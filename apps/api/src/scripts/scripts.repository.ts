import { MAX_VERSIONS, type ScriptListQuery, type ScriptVersion, type VersionOrigin } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { PagePosition } from '../common/page-cursor';
import { Database, type Transaction } from '../database/database';
import { lockOwner } from '../users/lock-owner';
import { refuseBeyondMost } from './script-limit';
import { listConditions } from './script-list.query';
import { NOT_DELETED, SCRIPT, type ScriptRow, SUMMARY, type SummaryRow } from './script.query';
import type { ScriptRecord, SummaryRecord } from './script.record';

/** Rows of scripts and of what they once were. Every statement names the owner. */
@Injectable()
export class ScriptsRepository {
  constructor(private readonly database: Database) {}

  async find(userId: string, id: string): Promise<ScriptRecord | undefined> {
    return this.one(
      `SELECT ${SCRIPT} FROM scripts s JOIN questions q ON q.id = s.question_id WHERE s.id = $2 AND s.user_id = $1`,
      [userId, id],
    );
  }

  async ofQuestion(userId: string, questionId: string): Promise<ScriptRecord | undefined> {
    return this.one(
      `SELECT ${SCRIPT} FROM scripts s JOIN questions q ON q.id = s.question_id
       WHERE s.user_id = $1 AND s.question_id = $2 AND ${NOT_DELETED}`,
      [userId, questionId],
    );
  }

  /** A page of the library, and one more if there is a next page. */
  async list(userId: string, query: ScriptListQuery, after: PagePosition | undefined): Promise<SummaryRecord[]> {
    const { where, values } = listConditions(userId, query, after);
    return this.database.query<SummaryRow>(
      `SELECT ${SUMMARY} FROM scripts s JOIN questions q ON q.id = s.question_id
       WHERE ${where} ORDER BY s.updated_at DESC, s.id DESC LIMIT $2`,
      values,
    );
  }

  /** Saves a text that was made from `revision`; 0 may be the first. `undefined` when it is another one by now. */
  async save(userId: string, questionId: string, revision: number, text: string): Promise<ScriptRecord | undefined> {
    const saved = await this.one(
      `WITH saved AS (
         UPDATE scripts SET text = $4, revision = revision + 1, updated_at = now()
         WHERE user_id = $1 AND question_id = $2 AND deleted_at IS NULL AND revision = $3 RETURNING *)
       SELECT ${SCRIPT} FROM saved s JOIN questions q ON q.id = s.question_id`,
      [userId, questionId, revision, text],
    );
    return saved ?? (revision === 0 ? this.create(userId, questionId, text) : undefined);
  }

  /** `undefined` when it was not there, or not in the other state. */
  async setDeleted(userId: string, id: string, deleted: boolean): Promise<ScriptRecord | undefined> {
    return this.one(
      `WITH changed AS (
         UPDATE scripts SET deleted_at = CASE WHEN $3 THEN now() END
         WHERE id = $2 AND user_id = $1 AND (deleted_at IS NULL) = $3 RETURNING *)
       SELECT ${SCRIPT} FROM changed s JOIN questions q ON q.id = s.question_id`,
      [userId, id, deleted],
    );
  }

  versions(userId: string, id: string): Promise<(Omit<ScriptVersion, 'createdAt'> & { createdAt: Date })[]> {
    return this.database.query(
      `SELECT v.number, v.origin, v.text, v.created_at AS "createdAt" FROM script_versions v
       JOIN scripts s ON s.id = v.script_id WHERE s.id = $2 AND s.user_id = $1 ORDER BY v.number DESC`,
      [userId, id],
    );
  }

  /** Keeps the text as it is. `false` when there is no room for another version; the same one again is not kept twice. */
  async keepVersion(userId: string, id: string): Promise<boolean> {
    return this.database.transaction((transaction) => keep(transaction, userId, id, { origin: 'kept' }));
  }

  /** The text is that of a version again; what it was is kept. `undefined` when there is no such version, or no room. */
  async restoreVersion(userId: string, id: string, number: number): Promise<ScriptRecord | undefined> {
    const restored = await this.database.transaction(async (transaction) => {
      if (!(await keep(transaction, userId, id, { origin: 'before-restore', but: number }))) return 0;
      return transaction.execute(
        `UPDATE scripts s SET text = v.text, revision = s.revision + 1, updated_at = now() FROM script_versions v
         WHERE v.script_id = s.id AND v.number = $3 AND s.id = $2 AND s.user_id = $1 AND s.deleted_at IS NULL`,
        [userId, id, number],
      );
    });
    return restored > 0 ? this.find(userId, id) : undefined;
  }

  /** The corrected text is the next one; the one that it was made from is kept. Says why not otherwise. */
  async correct(
    userId: string,
    id: string,
    revision: number,
    text: string,
  ): Promise<ScriptRecord | 'not-found' | 'stale' | 'no-room'> {
    const refusal = await this.database.transaction(async (transaction) => {
      const [script] = await transaction.query<{ revision: number; text: string }>(
        'SELECT revision, text FROM scripts WHERE id = $2 AND user_id = $1 AND deleted_at IS NULL FOR UPDATE',
        [userId, id],
      );
      if (!script) return 'not-found';
      // The same again, where the first answer was lost, is done.
      if (script.revision === revision + 1 && script.text === text) return undefined;
      if (script.revision !== revision) return 'stale';
      if (!(await keep(transaction, userId, id, { origin: 'before-correction' }))) return 'no-room';
      await transaction.execute(
        'UPDATE scripts SET text = $2, revision = revision + 1, updated_at = now() WHERE id = $1',
        [id, text],
      );
      return undefined;
    });
    return refusal ?? (await this.find(userId, id)) ?? 'not-found';
  }

  async deleteVersion(userId: string, id: string, number: number): Promise<boolean> {
    const gone = await this.database.execute(
      `DELETE FROM script_versions v USING scripts s WHERE s.id = v.script_id AND s.id = $2 AND s.user_id = $1
         AND s.deleted_at IS NULL AND v.number = $3`,
      [userId, id, number],
    );
    return gone > 0;
  }

  /** An answer that is recorded at the same moment may have made the script, without a text: this is its first, then. */
  private async create(userId: string, questionId: string, text: string): Promise<ScriptRecord | undefined> {
    return this.database.transaction(async (transaction) => {
      await lockOwner(transaction, userId);
      await refuseBeyondMost(transaction, userId, questionId);
      const [created] = await transaction.query<ScriptRow>(
        `WITH created AS (
           INSERT INTO scripts (user_id, question_id, text, revision) SELECT $1, id, $3, 1 FROM questions WHERE id = $2
           ON CONFLICT (user_id, question_id) WHERE deleted_at IS NULL
           DO UPDATE SET text = excluded.text, revision = 1, updated_at = now() WHERE scripts.revision = 0 RETURNING *)
         SELECT ${SCRIPT} FROM created s JOIN questions q ON q.id = s.question_id`,
        [userId, questionId, text],
      );
      return created;
    });
  }

  private async one(sql: string, parameters: unknown[]): Promise<ScriptRecord | undefined> {
    const rows = await this.database.query<ScriptRow>(sql, parameters);
    return rows[0];
  }
}

/** The row is locked first: two at once would take the same number. */
async function keep(
  transaction: Transaction,
  userId: string,
  id: string,
  { origin, but = 0 }: { readonly origin: VersionOrigin; readonly but?: number },
): Promise<boolean> {
  const [script] = await transaction.query<{ text: string }>(
    'SELECT text FROM scripts WHERE id = $2 AND user_id = $1 AND deleted_at IS NULL FOR UPDATE',
    [userId, id],
  );
  if (!script) return false;
  const [last] = await transaction.query<{ number: number; text: string }>(
    'SELECT number, text FROM script_versions WHERE script_id = $1 ORDER BY number DESC LIMIT 1',
    [id],
  );
  if (last?.text === script.text) return true;
  if (!(await makeRoom(transaction, id, but))) return false;
  const number = (last?.number ?? 0) + 1;
  await transaction.execute('INSERT INTO script_versions (script_id, number, origin, text) VALUES ($1, $2, $3, $4)', [
    id,
    number,
    origin,
    script.text,
  ]);
  return true;
}

/** The oldest that nobody kept on purpose, but a restoration or a correction, gives way: not the one that is wanted now. */
async function makeRoom(transaction: Transaction, id: string, but: number): Promise<boolean> {
  const [row] = await transaction.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM script_versions WHERE script_id = $1',
    [id],
  );
  if (row && row.count < MAX_VERSIONS) return true;
  const gone = await transaction.execute(
    `DELETE FROM script_versions WHERE script_id = $1 AND number = (SELECT min(number) FROM script_versions
       WHERE script_id = $1 AND origin <> 'kept' AND number <> $2)`,
    [id, but],
  );
  return gone > 0;
}
