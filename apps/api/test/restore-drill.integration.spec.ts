import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../src/database/data-source';
import { printDatabase } from './support/database-print';
import { OperatorsScript } from './support/docker-stand-in';
import { SystemPostgres, systemPostgresVersions } from './support/system-postgres';
import { TestAccounts } from './support/test-accounts';

const KEY = 'the key of this drill, as long as one should be';
const DOCUMENT_BYTES = 1_000_000;

/** The newest of this system: `./ieum` runs the programs that belong to its server. */
const version =
  systemPostgresVersions()
    .sort((a, b) => Number(a) - Number(b))
    .at(-1) ?? '';

describe('./ieum backup and ./ieum restore', () => {
  let server: SystemPostgres;
  let accounts: TestAccounts;
  let script: OperatorsScript;
  let backup: string;
  beforeAll(async () => {
    expect(version).not.toBe('');
    server = await SystemPostgres.start(version);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('CREATE DATABASE ieum');
    await client.end();
    const url = new URL(server.url);
    url.pathname = '/ieum';
    accounts = new TestAccounts('', await openDatabase(url.href));
    script = await OperatorsScript.at({ url: server.url, programs: `/usr/lib/postgresql/${version}/bin`, key: KEY });
    await fill(accounts, 'before@example.org');
    backup = join(script.folder, 'backups', 'one.dump.enc');
    expect(await script.run(['backup', backup])).toEqual({ code: 0, said: `Wrote ${backup}.\n` });
  }, 60_000);
  beforeEach(() => script.noted());
  afterAll(async () => {
    await accounts.dataSource.destroy();
    await server.drop();
    await script.remove();
  });

  const print = () => printDatabase(accounts);

  it('give back every row as it was, in place of newer ones', async () => {
    const before = await print();
    expect(before.document_updates?.rows).toBe(1);
    await fill(accounts, 'after@example.org');
    await accounts.query(`UPDATE users SET nickname = 'another' WHERE email = 'before@example.org'`);
    expect(await print()).not.toEqual(before);
    expect(await script.run(['restore', backup])).toEqual({ code: 0, said: `Restored ${backup}.\n` });
    expect(await print()).toEqual(before);
    expect(await script.noted()).toEqual(['compose stop caddy api', 'compose up -d']);
  });

  it('show nothing of what is in it to whoever has no key', async () => {
    const bytes = await readFile(backup, 'latin1');
    for (const word of ['before@example.org', 'CREATE TABLE', 'PGDMP']) expect(bytes).not.toContain(word);
  });

  it('take nothing with a wrong key, and the service goes on', async () => {
    await refusesBefore(backup, { key: 'another key, and just as long as the first' });
  });

  it('take no file of which the end is missing', async () => {
    const whole = await readFile(backup);
    for (const [name, length] of [
      ['half', whole.length >> 1],
      ['all but a block', whole.length - 16],
      ['all but a byte', whole.length - 1],
      ['nothing', 0],
    ] as const) {
      const file = join(script.folder, name);
      await writeFile(file, whole.subarray(0, length));
      await changesNothing(file);
    }
  });

  it('take no file with a damaged byte, or take it whole, or leave everything as it is', async () => {
    const whole = await readFile(backup);
    for (const part of [0.001, 0.02, 0.5, 0.98]) {
      const damaged = Buffer.from(whole);
      const at = Math.floor(whole.length * part);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const file = join(script.folder, 'damaged');
      await writeFile(file, damaged);
      await changesNothing(file);
    }
  });

  it('leave no half a backup behind, and write over none', async () => {
    const broken = join(script.folder, 'backups', 'broken.dump.enc');
    expect((await script.run(['backup', broken], { key: '' })).code).not.toBe(0);
    expect((await script.run(['backup', backup])).said).toContain('is there already');
    expect(await readdir(join(script.folder, 'backups'))).toEqual(['one.dump.enc']);
  });

  async function refusesBefore(file: string, options: { key?: string } = {}): Promise<void> {
    const before = await print();
    const { code, said } = await script.run(['restore', file], options);
    expect([code, said]).toEqual([
      1,
      expect.stringContaining('cannot be read with this BACKUP_KEY: nothing was changed.'),
    ]);
    expect(await print()).toEqual(before);
    expect(await script.noted()).toEqual([]);
  }

  async function changesNothing(file: string): Promise<void> {
    const before = await print();
    const { code, said } = await script.run(['restore', file]);
    expect([code, said]).toEqual([1, expect.stringMatching(/nothing was changed|Nothing was restored/u)]);
    expect(await print()).toEqual(before);
    await script.noted();
  }
});

/** Somebody with a consult, and a document that no compression makes small. */
async function fill(accounts: TestAccounts, email: string): Promise<void> {
  await accounts.query(
    `WITH u AS (
       INSERT INTO users (email, nickname, password_hash, age_band, wants)
       VALUES ($1, '누군가', 'h', '19-to-24', 'both') RETURNING id),
     c AS (
       INSERT INTO consults (request_id, student_id, kind, topic, message, language, needs_approval, lease_until)
       SELECT gen_random_uuid(), id, 'tutoring', 'math', E'줄\\n바꿈 "따옴표" \\\\', 'ko', false, now() FROM u RETURNING id),
     d AS (INSERT INTO documents (consult_id, last_seq) SELECT id, 1 FROM c RETURNING consult_id)
     INSERT INTO document_updates (consult_id, seq, bytes) SELECT consult_id, 1, $2 FROM d`,
    [email, randomBytes(DOCUMENT_BYTES)],
  );
}
