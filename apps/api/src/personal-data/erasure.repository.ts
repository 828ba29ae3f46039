import { Injectable } from '@nestjs/common';
import { type ConsultRow, toRecord, writeConsults } from '../consults/consult.query';
import type { ConsultRecord } from '../consults/consult.record';
import { closing } from '../consults/consult-transition';
import { Database, type Transaction } from '../database/database';

/** What went with an account, for whoever has to be told. */
export interface Erased {
  /** Consults that were open, as they closed. */
  readonly closed: readonly ConsultRecord[];
  readonly sessionIds: readonly string[];
}

/** Two who met and go at the same moment would wait for each other. */
const ERASURE_LOCK = 1_763_700_002;

const IS_MEMBER = '(c.student_id = $1 OR c.mentor_id = $1)';

/** Takes an account and everything of it out of the database. ADR 28 says what stays with the other one of two. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly database: Database) {}

  /**
   * All or nothing. `undefined` when the account is gone already. Its row is locked first: whoever would open a
   * consult, a session or a visit for it meanwhile has to wait, and then finds nobody.
   */
  async erase(userId: string): Promise<Erased | undefined> {
    return this.database.transaction(async (transaction) => {
      await transaction.query('SELECT pg_advisory_xact_lock($1)', [ERASURE_LOCK]);
      const [user] = await transaction.query('SELECT id FROM users WHERE id = $1 FOR UPDATE', [userId]);
      if (!user) return undefined;
      const closed = [...(await close(transaction, 'cancel', userId)), ...(await close(transaction, 'end', userId))];
      await transaction.execute(
        `INSERT INTO kept_hours (mentor_id, closed_at, seconds)
         SELECT mentor_id, closed_at, volunteer_seconds FROM consults
         WHERE student_id = $1 AND status = 'ended' AND mentor_id IS NOT NULL`,
        [userId],
      );
      // What a mentor had not sent was never the student's.
      await transaction.execute(
        `DELETE FROM feedbacks f USING consults c
         WHERE c.id = f.consult_id AND c.mentor_id = $1 AND f.status = 'draft'`,
        [userId],
      );
      const sessions = await transaction.query<{ id: string }>(
        `INSERT INTO erased_sessions (id) SELECT id FROM sessions WHERE user_id = $1 RETURNING id`,
        [userId],
      );
      // Ten thousand scripts with a hundred versions each go with it.
      await transaction.execute(`SET LOCAL statement_timeout = '5min'`);
      await transaction.execute('DELETE FROM users WHERE id = $1', [userId]);
      return { closed, sessionIds: sessions.map(({ id }) => id) };
    });
  }

  /** Leaves word that this account is to be erased by whichever node comes first. */
  async ask(userId: string): Promise<void> {
    await this.database.execute('INSERT INTO erasures (user_id) VALUES ($1) ON CONFLICT DO NOTHING', [userId]);
  }

  async findAsked(): Promise<string[]> {
    const rows = await this.database.query<{ userId: string }>('SELECT user_id AS "userId" FROM erasures');
    return rows.map(({ userId }) => userId);
  }

  async findByEmail(email: string): Promise<string | undefined> {
    const rows = await this.database.query<{ id: string }>('SELECT id FROM users WHERE email = $1', [
      email.trim().toLowerCase(),
    ]);
    return rows[0]?.id;
  }

  async exists(userId: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM users WHERE id = $1', [userId])).length > 0;
  }
}

async function close(transaction: Transaction, action: 'cancel' | 'end', userId: string): Promise<ConsultRecord[]> {
  const rows = await transaction.query<ConsultRow>(writeConsults(closing(action, IS_MEMBER)), [userId]);
  return rows.map(toRecord);
}
