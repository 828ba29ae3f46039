import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../src/database/data-source';
import { FolderObjectStore } from '../src/storage/folder-object-store';
import { type ObjectStore, sha256Of } from '../src/storage/object-store';
import { S3ObjectStore } from '../src/storage/s3-object-store';
import { printDatabase } from './support/database-print';
import { OperatorsScript } from './support/docker-stand-in';
import { JobNode, QUEUE } from './support/job-node';
import { keysOf, put } from './support/object-store-contract';
import { TestS3 } from './support/s3-server';
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
  let folder: string;
  let store: ObjectStore;
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
    folder = await mkdtemp(join(tmpdir(), 'ieum-drill-'));
    store = new FolderObjectStore(folder);
    script = await OperatorsScript.at({
      url: server.url,
      programs: `/usr/lib/postgresql/${version}/bin`,
      key: KEY,
      objects: { OBJECTS_DIR: folder },
    });
    await fill(accounts, 'before@example.org');
    const node = await JobNode.open(url.href);
    await node.jobs.enqueue(QUEUE, { id: randomUUID() }, { key: 'before' });
    await node.close();
    await record(store);
    backup = join(script.folder, 'backups', 'one.backup');
    expect(await script.run(['backup', backup])).toEqual({ code: 0, said: `Wrote ${backup}.\n` });
  }, 60_000);
  beforeEach(() => script.noted());
  afterAll(async () => {
    await accounts.dataSource.destroy();
    await server.drop();
    await script.remove();
    await rm(folder, { recursive: true });
  });

  const print = async () => ({ rows: await printDatabase(accounts), objects: await printObjects(store) });

  it('give back every row and every object as it was, in place of newer ones, and leave jobs alone', async () => {
    const before = await print();
    const jobs = () => accounts.query('SELECT id, state FROM pgboss.job');
    const waiting = await jobs();
    expect(waiting).toEqual([expect.objectContaining({ state: 'created' })]);
    expect(before.rows.document_updates?.rows).toBe(1);
    expect(Object.keys(before.objects)).toEqual(['answers/1', 'answers/2/slices/0', 'answers/3']);
    await fill(accounts, 'after@example.org');
    await change(store);
    await accounts.query(`UPDATE users SET nickname = 'another' WHERE email = 'before@example.org'`);
    expect(await print()).not.toEqual(before);
    expect(await script.run(['restore', backup])).toEqual({ code: 0, said: `Restored ${backup}.\n` });
    expect(await print()).toEqual(before);
    expect(await jobs()).toEqual(waiting);
    expect(await script.noted()).toEqual(['compose stop caddy api', 'compose up -d']);
  });

  it('do the same with a store that speaks S3', async () => {
    const s3 = await TestS3.start();
    const bucket = new S3ObjectStore(s3.settings());
    await record(bucket);
    const before = await printObjects(bucket);
    const file = join(script.folder, 'of-a-bucket');
    const options = { objects: s3.environment };
    expect(await script.run(['backup', file], options)).toEqual({ code: 0, said: `Wrote ${file}.\n` });
    await change(bucket);
    expect(await script.run(['restore', file], options)).toEqual({ code: 0, said: `Restored ${file}.\n` });
    expect(await printObjects(bucket)).toEqual(before);
    await s3.remove();
  });

  it('leave the database as it is where the store of the objects is away, and write no backup then', async () => {
    const before = await print();
    const objects = {
      S3_ENDPOINT: 'http://127.0.0.1:9',
      S3_BUCKET: 'ieum',
      S3_ACCESS_KEY_ID: 'i',
      S3_SECRET_ACCESS_KEY: 's',
    };
    const { code, said } = await script.run(['restore', backup], { objects });
    expect([code, said]).toEqual([1, expect.stringContaining('Nothing was restored: the object store takes nothing.')]);
    expect(await print()).toEqual(before);
    const file = join(script.folder, 'none');
    const written = await script.run(['backup', file], { objects });
    expect([written.code, written.said]).toEqual([1, expect.stringContaining('there is no backup.')]);
    expect(await readdir(script.folder)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^none/u)]));
  });

  it('still read what was written before there were objects, and leave those alone', async () => {
    const old = join(script.folder, 'old.dump.enc');
    const whole = await readFile(backup);
    const [, bytes = ''] = /^ieum-backup 2 +(\d+)\n/u.exec(whole.toString('latin1', 0, 35)) ?? [];
    await writeFile(old, whole.subarray(35, 35 + Number(bytes)));
    const before = await print();
    await put(store, 'answers/newer', Buffer.from('newer'));
    expect(await script.run(['restore', old])).toEqual({ code: 0, said: `Restored ${old}.\n` });
    expect((await print()).rows).toEqual(before.rows);
    expect(Object.keys((await print()).objects)).toContain('answers/newer');
    await store.delete(['answers/newer']);
  });

  it('show nothing of what is in it to whoever has no key', async () => {
    const bytes = await readFile(backup, 'latin1');
    for (const word of ['before@example.org', 'CREATE TABLE', 'PGDMP', 'answers/', 'audio/', 'a spoken answer'])
      expect(bytes).not.toContain(word);
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
    for (const part of [0, 0.001, 0.02, 0.5, 0.7, 0.98]) {
      const damaged = Buffer.from(whole);
      const at = Math.floor(whole.length * part);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const file = join(script.folder, 'damaged');
      await writeFile(file, damaged);
      await changesNothing(file);
    }
  });

  it('leave no half a backup behind, and write over none', async () => {
    const broken = join(script.folder, 'backups', 'broken.backup');
    expect((await script.run(['backup', broken], { key: '' })).code).not.toBe(0);
    expect((await script.run(['backup', backup])).said).toContain('is there already');
    expect(await readdir(join(script.folder, 'backups'))).toEqual(['one.backup']);
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

async function record(store: ObjectStore): Promise<void> {
  await put(store, 'answers/1', randomBytes(700_000), 'audio/webm');
  await put(store, 'answers/2/slices/0', Buffer.from('a spoken answer'), 'audio/mp4');
  await put(store, 'answers/3', Buffer.alloc(0), 'audio/ogg');
}

async function change(store: ObjectStore): Promise<void> {
  await put(store, 'answers/1', Buffer.from('another'), 'audio/ogg');
  await store.delete(['answers/2/slices/0']);
  await put(store, 'answers/after', Buffer.from('newer'));
}

async function printObjects(store: ObjectStore): Promise<Record<string, unknown>> {
  const print: Record<string, unknown> = {};
  for (const key of await keysOf(store)) {
    const stored = await store.get(key);
    print[key] = stored && [stored.contentType, sha256Of(await buffer(stored.body)).toString('hex')];
  }
  return print;
}

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
