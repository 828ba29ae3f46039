import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** A try, told from others of the same job by their count: each fetch after the first adds one. */
export interface JobTry {
  readonly queue: string;
  readonly id: string;
  readonly retryCount: number;
}

/** How many jobs are in which state. */
export interface JobCount {
  readonly queue: string;
  readonly state: 'waiting' | 'active' | 'failed';
  readonly count: number;
}

const OF_TRY = `name = $1 AND id = $2 AND retry_count = $3 AND state = 'active'`;

/**
 * What pg-boss has no word for, on its table `pgboss.job` (schema 24, pg-boss 10.4): its own `complete` and `fail` do not
 * ask whose try it is, so a node that was taken for dead would end the try of the next one.
 */
@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  /** @returns whether it was still this try's */
  async complete({ queue, id, retryCount }: JobTry): Promise<boolean> {
    return this.changed(`UPDATE pgboss.job SET state = 'completed', completed_on = now() WHERE ${OF_TRY}`, [
      queue,
      id,
      retryCount,
    ]);
  }

  /** Waits for its next try, twice as long each time (and at least `afterMs`), or has failed for good. */
  async fail({ queue, id, retryCount }: JobTry, isFinal: boolean, afterMs: number): Promise<boolean> {
    return this.changed(
      `UPDATE pgboss.job SET
         state = CASE WHEN $4 THEN 'failed' ELSE 'retry' END::pgboss.job_state,
         completed_on = CASE WHEN $4 THEN now() END,
         start_after = now() + greatest(
           retry_delay * 2 ^ least(16, retry_count) * (0.5 + random() / 2),
           $5::float8 / 1000) * interval '1 second'
       WHERE ${OF_TRY}`,
      [queue, id, retryCount, isFinal, afterMs],
    );
  }

  /** Back into the queue, as if it had not been taken. */
  async giveBack({ queue, id, retryCount }: JobTry): Promise<boolean> {
    return this.changed(
      `UPDATE pgboss.job SET state = 'retry', start_after = now(), started_on = NULL WHERE ${OF_TRY}`,
      [queue, id, retryCount],
    );
  }

  /** Whether one of this key waits for its next try. */
  async isToBeRetried(queue: string, key: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state = 'retry' LIMIT 1`,
      [queue, key],
    );
    return rows.length > 0;
  }

  /** Those of the keys that wait, are being done, or were given up. */
  async known(queue: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT singleton_key AS key FROM pgboss.job
       WHERE name = $1 AND singleton_key = ANY($2) AND state IN ('created', 'retry', 'active', 'failed')`,
      [queue, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** They are made once somebody asks for a job. */
  async hasTables(): Promise<boolean> {
    const [row] = await this.database.query<{ there: boolean }>(
      `SELECT to_regclass('pgboss.archive') IS NOT NULL AS there`,
    );
    return row?.there ?? false;
  }

  /** Takes away all that there is and was of a key, in every queue. */
  async erase(key: string): Promise<void> {
    await this.database.execute('DELETE FROM pgboss.job WHERE singleton_key = $1', [key]);
    await this.database.execute('DELETE FROM pgboss.archive WHERE singleton_key = $1', [key]);
  }

  /** @returns whether one waited, or was being done */
  async cancel(queue: string, key: string): Promise<boolean> {
    return this.changed(
      `UPDATE pgboss.job SET state = 'cancelled', completed_on = now()
       WHERE name = $1 AND singleton_key = $2 AND state < 'completed'`,
      [queue, key],
    );
  }

  /** Of every queue. */
  async counts(): Promise<readonly JobCount[]> {
    return this.database.query<{ queue: string; state: JobCount['state']; count: number }>(
      `SELECT name AS queue, CASE WHEN state < 'active' THEN 'waiting' ELSE state::text END AS state, count(*)::int AS count
       FROM pgboss.job WHERE state IN ('created', 'retry', 'active', 'failed') GROUP BY 1, 2`,
    );
  }

  private async changed(sql: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.database.execute(sql, values)) > 0;
  }
}
