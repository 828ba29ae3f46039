import type PgBoss from 'pg-boss';
import type { Database } from '../database/database';
import type { JobQueue } from './job-queue';

/** Its tables are in a schema of their own, beside ours. */
const SCHEMA = 'pgboss';

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

export interface BossOptions {
  /** How often one looks for jobs whose node died, and puts old ones away. */
  readonly maintainSeconds: number;
  readonly onError: (error: unknown) => void;
}

/**
 * pg-boss on our own connections: no more of them for each node, and the same limits. It makes or mends its tables by itself, one node
 * at a time under a lock; the others find the work done. Loaded here, since a server has to listen first.
 */
export async function openBoss(database: Database, { maintainSeconds, onError }: BossOptions): Promise<PgBoss> {
  const { default: Boss } = await import('pg-boss');
  const boss = new Boss({
    db: { executeSql: (text, values: unknown[] | undefined) => database.foreign(text, values) },
    schema: SCHEMA,
    // Nothing of ours goes by the clock.
    schedule: false,
    maintenanceIntervalSeconds: maintainSeconds,
    archiveCompletedAfterSeconds: HOUR_S,
    // What failed can be looked at for a week.
    archiveFailedAfterSeconds: 7 * DAY_S,
    deleteAfterDays: 1,
  });
  boss.on('error', onError);
  return boss.start();
}

/** Any constant will do, as long as every node takes the same. */
const QUEUES_LOCK = 1_763_700_003;

/** `short`: of one key, one waits. */
export async function declareQueue(database: Database, boss: PgBoss, queue: JobQueue): Promise<void> {
  const options = {
    name: queue.name,
    policy: 'short',
    retryLimit: queue.retryLimit,
    retryDelay: queue.retryDelaySeconds,
    retryBackoff: true,
    expireInSeconds: queue.expireInSeconds,
  } as const;
  const made = await boss.getQueue(queue.name);
  if (
    made?.retryLimit === options.retryLimit &&
    made.retryDelay === options.retryDelay &&
    made.expireInSeconds === options.expireInSeconds
  )
    return;
  // A queue is a table: two nodes that make one at the same time would wait for each other.
  await database.transaction(async (transaction) => {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [QUEUES_LOCK]);
    await boss.createQueue(queue.name, { ...options });
    // One that an earlier version made.
    await boss.updateQueue(queue.name, { ...options });
  });
}
