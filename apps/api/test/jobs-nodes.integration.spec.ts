import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { EFFECTS, JobNode, QUEUE, writeOnce } from './support/job-node';
import { SystemPostgres, systemPostgresVersions } from './support/system-postgres';
import { makeEmptyDatabase } from './support/template-database';

type TestDatabase = Awaited<ReturnType<typeof makeEmptyDatabase>>;

const engines: [name: string, open: () => Promise<TestDatabase>][] = [
  ['the embedded PostgreSQL', makeEmptyDatabase],
  ...systemPostgresVersions().map((version): (typeof engines)[number] => [
    `PostgreSQL ${version} of this system`,
    () => SystemPostgres.start(version),
  ]),
];

// What fails here fails on purpose.
beforeAll(() => Logger.overrideLogger(false));

describe.each(engines)('jobs of several nodes on %s', (_name, open) => {
  let database: TestDatabase;
  let nodes: JobNode[];
  beforeEach(async () => {
    database = await open();
    nodes = [];
  });
  afterEach(async () => {
    for (const node of nodes) await node.close();
    await database.drop();
  });
  const someNodes = async (count: number) => {
    const opened = await Promise.all(Array.from({ length: count }, () => JobNode.open(database.url)));
    nodes.push(...opened);
    return opened;
  };

  it('find their tables made once when the nodes start together', async () => {
    const four = await someNodes(4);
    const asked = four.map((node, n) => node.jobs.enqueue(QUEUE, { id: randomUUID() }, { key: `key ${n}` }));
    expect(await Promise.all(asked)).toEqual([true, true, true, true]);
    expect(await four[0]?.query('SELECT count(*)::int AS count FROM pgboss.version')).toEqual([{ count: 1 }]);
    expect(await four[0]?.jobs.counts()).toEqual([{ queue: QUEUE.name, state: 'waiting', count: 4 }]);
  });

  it('are done once each, by both', async () => {
    const [one, other] = await someNodes(2);
    if (!one || !other) throw new Error('There are no nodes.');
    await one.query(EFFECTS);
    const ids = Array.from({ length: 40 }, () => randomUUID());
    await one.query('INSERT INTO effects SELECT unnest($1::uuid[])', [ids]);
    for (const id of ids) await one.jobs.enqueue(QUEUE, { id }, { key: id });
    const done: string[] = [];
    const begun = new Set<JobNode>();
    const events = new EventEmitter();
    const bothBegan = once(events, 'both began');
    const allDone = once(events, 'all done');
    for (const node of [one, other]) {
      node.work(
        QUEUE,
        async ({ data }) => {
          if (begun.add(node).size === 2) events.emit('both began');
          // Otherwise the one that was here first may have done them all before the other one opens.
          await bothBegan;
          await writeOnce(node, data.id ?? '');
          if (done.push(data.id ?? '') === ids.length) events.emit('all done');
        },
        { concurrency: 3 },
      );
    }
    await allDone;
    for (const node of [one, other]) await node.jobs.onModuleDestroy();
    expect([...done].sort()).toEqual([...ids].sort());
    expect([one.outcomes.length > 0, other.outcomes.length > 0]).toEqual([true, true]);
    expect(await one.query('SELECT DISTINCT written FROM effects')).toEqual([{ written: 1 }]);
  });

  it('of a process that was killed are done by another once they expired, with one effect', async () => {
    const [node] = await someNodes(1);
    if (!node) throw new Error('There is no node.');
    await node.query(EFFECTS);
    const [id, queue] = [randomUUID(), { ...QUEUE, expireInSeconds: 2 }];
    await node.query('INSERT INTO effects VALUES ($1)', [id]);
    await node.jobs.enqueue(queue, { id }, { key: id });
    const child = spawn(
      process.execPath,
      [resolve(import.meta.dirname, 'support/job-process.mjs'), database.url, '2'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH },
      },
    );
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('written\n');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const [ended, wrote] = [node.ended(), [] as boolean[]];
    node.work(queue, async ({ data }) => void wrote.push(await writeOnce(node, data.id ?? '')));
    expect(await ended).toBe('done');
    expect(wrote).toEqual([false]);
    expect(await node.query('SELECT written FROM effects')).toEqual([{ written: 1 }]);
    expect(await node.query('SELECT state, retry_count FROM pgboss.job')).toEqual([
      { state: 'completed', retry_count: 1 },
    ]);
  });

  it('need an owner of the database, and no superuser', async () => {
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    const name = `owner_${randomUUID().slice(0, 8)}`;
    await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'only-here'`);
    await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
    const url = new URL(database.url);
    [url.username, url.password, url.pathname] = [name, 'only-here', `/${name}`];
    const node = await JobNode.open(url.href);
    const ended = node.ended();
    node.work(QUEUE, () => Promise.resolve());
    await node.jobs.enqueue(QUEUE, { id: randomUUID() }, { key: 'a' });
    expect(await ended).toBe('done');
    await node.close();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE ${name}`);
    await admin.end();
  });
});

describe('jobs while the database is away', () => {
  it('are done once it is back, by a node that went on', async () => {
    const server = await SystemPostgres.start(systemPostgresVersions()[0] ?? '');
    const node = await JobNode.open(server.url);
    const data = { id: randomUUID() };
    const done: unknown[] = [];
    const first = node.ended();
    node.work(QUEUE, (run) => Promise.resolve(void done.push(run.data)));
    await node.jobs.enqueue(QUEUE, { id: randomUUID() }, { key: 'before' });
    expect(await first).toBe('done');
    server.crash();
    await expect(node.jobs.enqueue(QUEUE, data, { key: 'a' })).rejects.toThrow();
    server.start();
    const second = node.ended();
    let asked = false;
    // A connection of before says so when it is used.
    while (!asked) asked = await node.jobs.enqueue(QUEUE, data, { key: 'a' }).catch(() => false);
    expect(await second).toBe('done');
    expect(done[1]).toEqual(data);
    await node.close();
    await server.drop();
  });
});
