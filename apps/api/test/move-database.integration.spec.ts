import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '../src/config/config';
import { loadSecrets } from '../src/config/secrets';
import { EmbeddedPostgres } from '../src/database/embedded-postgres';
import { openDatabase } from '../src/database/data-source';
import { moveDatabase } from '../src/database/move-database';
import { printDatabase } from './support/database-print';
import { JobNode, QUEUE } from './support/job-node';
import { makeFolder, Product } from './support/product';
import { SystemPostgres, systemPostgresVersions } from './support/system-postgres';
import { TestAccounts } from './support/test-accounts';

const LARGEST_DOCUMENT = 5_242_880;

/** People with consults, documents as large as they may be, and characters that a copy could lose. */
async function fill(url: string, rows: number): Promise<void> {
  const dataSource = await openDatabase(url);
  await dataSource.query(
    `INSERT INTO users (email, nickname, password_hash, age_band, wants)
     SELECT n || '@example.org', E'이음\\t"\\\\N', 'h', '19-to-24', 'both' FROM generate_series(1, $1::int) n`,
    [rows],
  );
  await dataSource.query(`
    INSERT INTO consults (request_id, student_id, kind, topic, message, language, needs_approval, lease_until, early_offer)
    SELECT gen_random_uuid(), id, 'tutoring', 'math', E'줄\\n바꿈 \\\\. \\\\N 😀', 'ko', false, now(), '{"a": "\\u0007"}' FROM users`);
  await dataSource.query('INSERT INTO documents (consult_id, last_seq) SELECT id, 1 FROM consults LIMIT 2');
  await dataSource.query(
    'INSERT INTO document_updates (consult_id, seq, bytes) SELECT consult_id, 1, $1 FROM documents',
    [randomBytes(LARGEST_DOCUMENT)],
  );
  await dataSource.destroy();
  const node = await JobNode.open(url);
  await node.jobs.enqueue(QUEUE, { id: randomUUID() }, { key: 'waits' });
  await node.close();
}

describe('moving from the embedded database to one of its own', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let server: SystemPostgres;
  let admin: pg.Client;
  let to: string;
  let number = 0;
  beforeAll(async () => {
    folder = await makeFolder();
    const { databasePassword } = await loadSecrets(folder.path);
    const embedded = await EmbeddedPostgres.start({ dataDir: folder.path, password: databasePassword });
    await fill(embedded.url, 300);
    await embedded.stop();
    server = await SystemPostgres.start(systemPostgresVersions()[0] ?? '');
    admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
  }, 60_000);
  beforeEach(async () => {
    number += 1;
    await admin.query(`CREATE DATABASE target_${number}`);
    const url = new URL(server.url);
    url.pathname = `/target_${number}`;
    to = url.href;
  });
  afterEach(() => admin.query(`DROP DATABASE target_${number} WITH (FORCE)`));
  afterAll(async () => {
    await admin.end();
    await server.drop();
    await folder.remove();
  });

  const move = () => moveDatabase(readConfig({ DATA_DIR: folder.path }), to);
  const inTarget = async <T>(work: (accounts: TestAccounts) => Promise<T>): Promise<T> => {
    const dataSource = await openDatabase(to);
    try {
      return await work(new TestAccounts('', dataSource));
    } finally {
      await dataSource.destroy();
    }
  };
  const rowsInTarget = async () =>
    Object.entries(await inTarget(printDatabase)).flatMap(([name, { rows }]) =>
      name === 'migrations' || rows === 0 ? [] : [[name, rows]],
    );
  const WHOLE = [
    ['consults', 300],
    ['document_updates', 2],
    ['documents', 2],
    ['users', 300],
  ];

  it('copies every row, the largest documents too, and says how many', async () => {
    const said = await move();
    expect(
      said
        .filter(({ rows }) => rows !== '0')
        .map(({ name, rows }) => [name, Number(rows)])
        .sort(),
    ).toEqual(WHOLE);
    expect(await rowsInTarget()).toEqual(WHOLE);
    // Jobs stay behind: who does them asks the tables what is due.
    expect(await inTarget((accounts) => accounts.query(`SELECT to_regclass('pgboss.job') AS jobs`))).toEqual([
      { jobs: null },
    ]);
    const [row] = await inTarget((accounts) =>
      accounts.query(`SELECT message, early_offer::text AS offer FROM consults LIMIT 1`),
    );
    expect(row).toEqual({ message: '줄\n바꿈 \\. \\N 😀', offer: '{"a": "\\u0007"}' });
  });

  it('does it into a database whose tables are made already, and not a second time', async () => {
    await inTarget(() => Promise.resolve());
    await move();
    await expect(move()).rejects.toThrow(/is not empty .*nothing was copied/u);
    expect(await rowsInTarget()).toEqual(WHOLE);
  });

  it('does it into one on which a server has started, unless an admin has edited a question there', async () => {
    const ask = (edited: boolean) =>
      inTarget((accounts) =>
        accounts.query(
          `INSERT INTO questions (key, topic, type, min_level, max_level, text, help, edited)
           VALUES ($1, 'home', 'describe', 1, 4, 'Where is it?', '어디예요?', $2)`,
          [`edited-${edited}`, edited],
        ),
      );
    await ask(false);
    await ask(true);
    await expect(move()).rejects.toThrow(/is not empty \(questions\)/u);
    expect(await rowsInTarget()).toEqual([['questions', 2]]);
    await inTarget((accounts) => accounts.query('DELETE FROM questions WHERE edited'));
    await move();
    expect(await rowsInTarget()).toEqual(WHOLE);
  });

  it('keeps nothing when it fails halfway, and works once what was wrong is mended', async () => {
    await inTarget(async (accounts) => {
      await accounts.query(`CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF octet_length(NEW.bytes) > 1000 THEN RAISE 'the disk is full'; END IF; RETURN NEW; END $$`);
      await accounts.query(
        'CREATE TRIGGER breaks BEFORE INSERT ON document_updates FOR EACH ROW EXECUTE FUNCTION breaks()',
      );
    });
    await expect(move()).rejects.toThrow('the disk is full');
    expect(await rowsInTarget()).toEqual([]);
    await inTarget((accounts) => accounts.query('DROP TRIGGER breaks ON document_updates'));
    await move();
    expect(await rowsInTarget()).toEqual(WHOLE);
  });

  it('keeps nothing that came out different', async () => {
    await inTarget(async (accounts) => {
      await accounts.query(`CREATE FUNCTION changes() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.email = '7@example.org' THEN NEW.nickname = 'x'; END IF; RETURN NEW; END $$`);
      await accounts.query('CREATE TRIGGER changes BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION changes()');
    });
    await expect(move()).rejects.toThrow('The table users came out different: nothing was kept.');
    expect(await rowsInTarget()).toEqual([]);
  });

  it('is refused while Ieum runs on the data, for another version, and with nobody there', async () => {
    const product = Product.start(folder.path);
    await product.ready();
    await expect(move()).rejects.toThrow(/Another Ieum .* uses/u);
    expect(await product.stop()).toBe(0);
    await inTarget((accounts) => accounts.query(`INSERT INTO migrations (timestamp, name) VALUES (1, 'Newer1')`));
    await expect(move()).rejects.toThrow('of another version');
    const config = readConfig({ DATA_DIR: folder.path });
    await expect(moveDatabase(config, 'postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('does not answer');
    await expect(moveDatabase({ ...config, databaseUrl: to }, to)).rejects.toThrow('DATABASE_URL is set');
  });

  it('is one command, which says what it did and what is next', async () => {
    const run = (env: Record<string, string>) =>
      Product.start(folder.path, { program: 'cli/move-database.js', env }).end();
    const { code, output, errors } = await run({ MOVE_TO: to });
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/users +300\n/u);
    expect(output).toContain('set DATABASE_URL');
    expect(await run({ MOVE_TO: to })).toMatchObject({ code: 1, errors: expect.stringContaining('is not empty') });
    expect(await run({})).toMatchObject({ code: 1, errors: expect.stringContaining('usage:') });
  });
});
