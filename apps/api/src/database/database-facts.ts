import pg from 'pg';
import { errorCode } from '../common/error-code';
import { migrations } from './migrations';

/** What somebody who looks after it wants to know of a database. */
export interface DatabaseFacts {
  /** As PostgreSQL counts: 170007 is 17.7. */
  readonly versionNumber: number;
  readonly version: string;
  /** A round trip, once connected. */
  readonly tookMs: number;
  readonly sizeMb: number;
  readonly freeConnections: number;
  /** Those of this version that were not run. */
  readonly missingMigrations: number;
  /** The code with which a write was refused. */
  readonly writeRefusedWith: string | undefined;
  /** The database's time, and when by `performance.now()` it was asked. */
  readonly time: { readonly date: Date; readonly askedAt: number };
}

const TIMES = 3;
const NO_TABLE = '42P01';

/**
 * Looks by a connection of its own: the pool may be what is wrong. What it writes is rolled back.
 * @throws what the driver throws
 */
export async function readDatabaseFacts(url: string, withinMs: number): Promise<DatabaseFacts> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
    statement_timeout: withinMs,
    lock_timeout: withinMs,
    application_name: 'ieum doctor',
  });
  // A connection that breaks while it is used is told by the query.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { tookMs, time } = await measure(client);
    const [row] = (await client.query<Row>(FACTS)).rows;
    if (!row) throw new Error('A row without FROM is always there.');
    const missingMigrations = await countMissing(client);
    const writeRefusedWith = missingMigrations < migrations.length ? await tryWriting(client) : undefined;
    return { ...row, tookMs, time, missingMigrations, writeRefusedWith };
  } finally {
    await client.end();
  }
}

type Row = Pick<DatabaseFacts, 'versionNumber' | 'version' | 'sizeMb' | 'freeConnections'>;

const FACTS = `SELECT current_setting('server_version_num')::int AS "versionNumber",
  split_part(current_setting('server_version'), ' ', 1) AS version,
  (pg_database_size(current_database()) / 1048576)::int AS "sizeMb",
  (current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
    - (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'))::int AS "freeConnections"`;

/** The quickest of a few: the first one waits for the server to warm up. */
async function measure(client: pg.Client): Promise<Pick<DatabaseFacts, 'tookMs' | 'time'>> {
  let best: Pick<DatabaseFacts, 'tookMs' | 'time'> | undefined;
  for (let turn = 0; turn < TIMES; turn += 1) {
    const startedAt = performance.now();
    const [row] = (await client.query<{ date: Date }>('SELECT clock_timestamp() AS date')).rows;
    const tookMs = performance.now() - startedAt;
    const time = { date: row?.date ?? new Date(NaN), askedAt: startedAt + tookMs / 2 };
    if (!best || tookMs < best.tookMs) best = { tookMs, time };
  }
  if (!best) throw new Error('It was never asked.');
  return best;
}

async function countMissing(client: pg.Client): Promise<number> {
  try {
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
    const done = new Set(rows.map(({ name }) => name));
    return migrations.filter(({ name }) => !done.has(name)).length;
  } catch (error) {
    if (errorCode(error) === NO_TABLE) return migrations.length;
    throw error;
  }
}

async function tryWriting(client: pg.Client): Promise<string | undefined> {
  try {
    await client.query('BEGIN');
    await client.query('UPDATE migrations SET name = name WHERE id = (SELECT min(id) FROM migrations)');
    return undefined;
  } catch (error) {
    return errorCode(error) ?? 'unknown';
  } finally {
    await client.query('ROLLBACK');
  }
}
