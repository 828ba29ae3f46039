import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { BadSetting } from '../config/config';

/** What was copied of a table: its rows, and a sum over what is in them that does not depend on their order. */
export interface CopiedTable {
  readonly name: string;
  readonly rows: string;
  readonly sum: string;
}

/** As it was written, whatever the server's own settings are: both sides have to say the same words. */
const SAME_WORDS = `
  SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;`;

/** Each database keeps its own; both have to have come to the same. */
const MIGRATIONS = 'migrations';

/** Every server brings its own rows of this table as it starts. */
const SEEDED = 'questions';

/**
 * Copies every row of one database into another that has the same tables and no rows, in one transaction: of a snapshot
 * of the one, all or nothing in the other, compared table by table before it is kept.
 * @throws BadSetting when the other is not empty, or not of the same version, or came out different
 */
export async function copyDatabase(fromUrl: string, toUrl: string): Promise<CopiedTable[]> {
  const source = new pg.Client({ connectionString: fromUrl });
  const target = new pg.Client({ connectionString: toUrl });
  // A connection that breaks is told by the question that fails.
  for (const side of [source, target]) side.on('error', () => undefined);
  await Promise.all([source.connect(), target.connect()]);
  try {
    for (const side of [source, target]) await side.query(SAME_WORDS);
    await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await target.query('BEGIN');
    await mustBeOfSameVersion(source, target);
    const tables = await tablesInOrder(source);
    // Nobody writes to it in between.
    for (const name of tables) await target.query(`LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`);
    // Rows of others may name the seeded ones, and would go with them: first there have to be none.
    for (const name of tables.filter((each) => each !== SEEDED)) await mustBeEmpty(target, name);
    await target.query(`DELETE FROM ${SEEDED} WHERE NOT edited AND retired_at IS NULL`);
    await mustBeEmpty(target, SEEDED);
    const copied: CopiedTable[] = [];
    for (const name of tables) copied.push(await copyTable(source, target, name));
    await copySequences(source, target);
    await target.query('COMMIT');
    return copied;
  } finally {
    // Ends the transactions as well: what was not committed is taken back.
    await Promise.all([source.end(), target.end()]);
  }
}

async function copyTable(source: pg.Client, target: pg.Client, name: string): Promise<CopiedTable> {
  const { rows } = await source.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [name],
  );
  const columns = `${name} (${rows[0]?.columns ?? ''})`;
  await pipeline(
    source.query(copyTo(`COPY ${columns} TO STDOUT`)),
    target.query(copyFrom(`COPY ${columns} FROM STDIN`)),
  );
  const [one, other] = [await printOf(source, name), await printOf(target, name)];
  if (one.rows !== other.rows || one.sum !== other.sum) {
    throw new BadSetting(`The table ${name} came out different: nothing was kept. Look at both servers' versions.`);
  }
  return one;
}

/** Two sums of hashes of rows: it takes no memory, and two different tables never come to the same by accident. */
async function printOf(side: pg.Client, name: string): Promise<CopiedTable> {
  const { rows } = await side.query<Omit<CopiedTable, 'name'>>(
    `SELECT count(*)::text AS rows,
       coalesce(sum(('x' || left(hash, 16))::bit(64)::bigint), 0) || '/' ||
       coalesce(sum(('x' || right(hash, 16))::bit(64)::bigint), 0) AS sum
     FROM (SELECT md5(t::text) AS hash FROM ${name} t) AS hashes`,
  );
  const [print] = rows;
  if (!print) throw new Error('An aggregate returned no row.');
  return { name, ...print };
}

async function mustBeOfSameVersion(source: pg.Client, target: pg.Client): Promise<void> {
  const [here, there] = await Promise.all(
    [source, target].map(async (side) => {
      const { rows } = await side.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS} ORDER BY name`);
      return rows.map(({ name }) => name).join();
    }),
  );
  if (here !== there) throw new BadSetting('The other database is of another version of Ieum: nothing was copied.');
}

async function mustBeEmpty(target: pg.Client, name: string): Promise<void> {
  const { rows } = await target.query(`SELECT 1 FROM ${name} LIMIT 1`);
  if (rows.length > 0) throw new BadSetting(`The other database is not empty (${name}): nothing was copied.`);
}

/** Every table after those that its rows name. */
async function tablesInOrder(source: pg.Client): Promise<string[]> {
  const tables = await source.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> $1 ORDER BY relname`,
    [MIGRATIONS],
  );
  const references = await source.query<{ table: string; needs: string }>(
    `SELECT quote_ident(a.relname) AS table, quote_ident(b.relname) AS needs FROM pg_constraint f
     JOIN pg_class a ON a.oid = f.conrelid JOIN pg_class b ON b.oid = f.confrelid
     WHERE f.contype = 'f' AND a.oid <> b.oid`,
  );
  const ordered: string[] = [];
  let left = tables.rows.map(({ name }) => name);
  while (left.length > 0) {
    const waits = new Set(references.rows.filter(({ needs }) => left.includes(needs)).map(({ table }) => table));
    const ready = left.filter((name) => !waits.has(name));
    if (ready.length === 0) throw new Error(`These tables name each other: ${left.join(', ')}`);
    ordered.push(...ready);
    left = left.filter((name) => waits.has(name));
  }
  return ordered;
}

async function copySequences(source: pg.Client, target: pg.Client): Promise<void> {
  const { rows } = await source.query<{ name: string; value: string | null }>(
    `SELECT quote_ident(sequencename) AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND sequencename NOT LIKE $1`,
    [`${MIGRATIONS}%`],
  );
  for (const { name, value } of rows) {
    if (value !== null) await target.query('SELECT setval($1::regclass, $2::bigint)', [name, value]);
  }
}
