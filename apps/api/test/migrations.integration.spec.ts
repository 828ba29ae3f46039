import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../src/database/migrations';
import { openDatabase } from '../src/database/data-source';
import { makeEmptyDatabase } from './support/template-database';
import { SystemPostgres, systemPostgresVersions } from './support/system-postgres';

const STRUCTURE = `
  SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS line
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
  UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
  UNION SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u')
  ORDER BY 1`;

const linesOf = async (dataSource: DataSource) =>
  (await dataSource.query<{ line: string }[]>(STRUCTURE)).map(({ line }) => line);

async function undoAll(dataSource: DataSource): Promise<void> {
  for (let left = migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
}

const engines: [name: string, open: () => Promise<{ url: string; drop: () => Promise<void> }>][] = [
  ['the embedded PostgreSQL', makeEmptyDatabase],
  ...systemPostgresVersions().map((version): (typeof engines)[number] => [
    `PostgreSQL ${version} of this system`,
    () => SystemPostgres.start(version),
  ]),
];

describe.each(engines)('migrations on %s', (_name, open) => {
  let database: { url: string; drop: () => Promise<void> };
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await open();
    dataSource = await openDatabase(database.url);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('go up, all the way down to nothing, and up again to the same', async () => {
    const up = await linesOf(dataSource);
    expect(up.length).toBeGreaterThan(40);
    await undoAll(dataSource);
    expect(await linesOf(dataSource)).toEqual([]);
    await dataSource.runMigrations();
    expect(await linesOf(dataSource)).toEqual(up);
  });

  it('are applied once when several nodes start at the same time', async () => {
    await undoAll(dataSource);
    const nodes = await Promise.all(Array.from({ length: 4 }, () => openDatabase(database.url)));
    const [applied] = await dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM migrations');
    expect(applied?.count).toBe(migrations.length);
    for (const node of nodes) await node.destroy();
  });

  it('need no extension and no superuser’s rights', async () => {
    const extensions = await dataSource.query<{ extname: string }[]>('SELECT extname FROM pg_extension');
    expect(extensions.map(({ extname }) => extname)).toEqual(['plpgsql']);
  });

  it('leave rules in the database that refuse what no code should write', async () => {
    const insert = (values: string) =>
      dataSource.query(`INSERT INTO users (email, nickname, password_hash, age_band, wants) VALUES (${values})`);
    await expect(insert(`'A@example.org', 'x', 'h', '19-to-24', 'both'`)).rejects.toThrow(/check/u);
    await expect(insert(`'a@example.org', '', 'h', '19-to-24', 'both'`)).rejects.toThrow(/check/u);
    await expect(insert(`'a@example.org', 'x', 'h', 'under-14', 'both'`)).rejects.toThrow(/check/u);
    await expect(insert(`'a@example.org', 'x', 'h', '19-to-24', 'nothing'`)).rejects.toThrow(/check/u);
    await insert(`'a@example.org', 'x', 'h', '19-to-24', 'both'`);
    await expect(insert(`'a@example.org', 'y', 'h', '19-to-24', 'both'`)).rejects.toThrow(/users_email/u);
    const insertConsult = (status: string, closedAt: string, readiness: string) =>
      dataSource.query(
        `INSERT INTO consults (request_id, student_id, kind, topic, message, language, needs_approval, lease_until,
           status, closed_at, readiness)
         SELECT gen_random_uuid(), id, 'tutoring', 'math', 'x', 'ko', false, now(), ${status}, ${closedAt}, ${readiness}
         FROM users WHERE email = 'a@example.org'`,
      );
    await expect(insertConsult(`'waiting'`, 'NULL', `'perfect'`)).rejects.toThrow(/check/u);
    await expect(insertConsult(`'ended'`, 'now()', `'ready'`)).rejects.toThrow(/consults_closed_forget_readiness/u);
    await insertConsult(`'ended'`, 'now()', 'NULL');
    await insertConsult(`'waiting'`, 'NULL', `'relay-failing'`);
    await expect(dataSource.query(`UPDATE consults SET early_offer = '{}' WHERE status = 'ended'`)).rejects.toThrow(
      /consults_only_waiting_offer/u,
    );
  });

  /** A new student’s consult, with a document of one update by whoever has `authorEmail`. */
  const insertDocument = (email: string, authorEmail: string) =>
    dataSource.query(
      `WITH u AS (
        INSERT INTO users (email, nickname, password_hash, age_band, wants)
        VALUES ($1, 'asks', 'h', '19-to-24', 'both') RETURNING id, email
      ), c AS (
        INSERT INTO consults (request_id, student_id, kind, topic, message, language, needs_approval, lease_until)
        SELECT gen_random_uuid(), id, 'tutoring', 'math', 'x', 'ko', false, now() FROM u RETURNING id
      ), d AS (INSERT INTO documents (consult_id, last_seq) SELECT id, 1 FROM c RETURNING consult_id),
      authors AS (SELECT id, email FROM u UNION SELECT id, email FROM users)
      INSERT INTO document_updates (consult_id, seq, author_id, bytes)
      SELECT consult_id, 1, authors.id, '\\x0000' FROM d, authors WHERE authors.email = $2`,
      [email, authorEmail],
    );
  const consultOf = async (email: string) => {
    const [row] = await dataSource.query<object[]>(
      `SELECT c.*, u.author_id FROM consults c JOIN users s ON s.id = c.student_id
       LEFT JOIN document_updates u ON u.consult_id = c.id WHERE s.email = $1`,
      [email],
    );
    return row;
  };

  it('take the last step back and again with people, consults and documents in the tables', async () => {
    await insertDocument('asks@example.org', 'asks@example.org');
    const before = await consultOf('asks@example.org');
    const up = await linesOf(dataSource);
    expect(before).toMatchObject({ message: 'x', author_id: expect.any(String) });
    await dataSource.undoLastMigration();
    expect(await linesOf(dataSource)).not.toEqual(up);
    expect(await consultOf('asks@example.org')).toEqual(before);
    await dataSource.runMigrations();
    expect(await consultOf('asks@example.org')).toEqual(before);
    await dataSource.query(`DELETE FROM users WHERE email = 'asks@example.org'`);
  });

  it('keep the student’s document when its other author goes, and take it away with the student', async () => {
    await dataSource.query(`
      INSERT INTO users (email, nickname, password_hash, age_band, wants)
      VALUES ('helped@example.org', 'helped', 'h', '19-to-24', 'both')`);
    await insertDocument('writes@example.org', 'helped@example.org');
    await dataSource.query(`DELETE FROM users WHERE email = 'helped@example.org'`);
    expect(await dataSource.query('SELECT author_id, bytes FROM document_updates')).toEqual([
      { author_id: null, bytes: Buffer.from([0, 0]) },
    ]);
    await dataSource.query(`DELETE FROM users WHERE email = 'writes@example.org'`);
    for (const table of ['documents', 'document_updates']) {
      expect(await dataSource.query(`SELECT FROM ${table}`)).toEqual([]);
    }
  });

  it('take everything of a user away with the user', async () => {
    await dataSource.query(`
      WITH u AS (
        INSERT INTO users (email, nickname, password_hash, age_band, wants)
        VALUES ('gone@example.org', 'gone', 'h', '19-to-24', 'both') RETURNING id
      ), s AS (INSERT INTO sessions (user_id, user_agent) SELECT id, '' FROM u RETURNING id),
      t AS (INSERT INTO refresh_tokens (hash, session_id, expires_at) SELECT '\\x00'::bytea, id, now() FROM s)
      INSERT INTO mentor_profiles (user_id, kinds, topics, languages, line) SELECT id, '{}', '{}', '{}', '' FROM u`);
    await dataSource.query(`DELETE FROM users WHERE email = 'gone@example.org'`);
    for (const table of ['sessions', 'refresh_tokens', 'mentor_profiles']) {
      expect(await dataSource.query(`SELECT FROM ${table}`)).toEqual([]);
    }
  });
});
