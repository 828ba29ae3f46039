import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { JobRun } from '../src/jobs/job-queue';
import { JobNode, QUEUE } from './support/job-node';
import { makeDatabase } from './support/template-database';

const aJob = () => ({ id: randomUUID() });
const never = () => new Promise<void>(() => undefined);

// What fails here fails on purpose.
beforeAll(() => Logger.overrideLogger(false));

describe('jobs', () => {
  let database: Awaited<ReturnType<typeof makeDatabase>>;
  let nodes: JobNode[];
  beforeEach(async () => {
    database = await makeDatabase();
    nodes = [];
  });
  afterEach(async () => {
    for (const node of nodes) await node.close();
    await database.drop();
  });
  const aNode = async (policy: Parameters<typeof JobNode.open>[1] = {}) => {
    const node = await JobNode.open(database.url, policy);
    nodes.push(node);
    return node;
  };
  const rowsOf = (node: JobNode, key: string) =>
    node.query<{ state: string; retry_count: number; late: boolean; data: object }>(
      `SELECT state, retry_count, start_after > now() + interval '50 seconds' AS late, data
       FROM pgboss.job WHERE singleton_key = $1 ORDER BY created_on`,
      [key],
    );
  /** Handlers that tell of their runs; each waits to be told how it ends. */
  const runs = () => {
    const begun: JobRun[] = [];
    const waiting: ((run: JobRun) => void)[] = [];
    const handler = (end: (run: JobRun) => Promise<void>) => (run: JobRun) => {
      begun.push(run);
      waiting.shift()?.(run);
      return end(run);
    };
    return { begun, handler, next: () => new Promise<JobRun>((resolve) => waiting.push(resolve)) };
  };

  it('are done by who works on their queue, and hold ids and no words', async () => {
    const node = await aNode();
    const { handler, next } = runs();
    const data = aJob();
    expect(await node.jobs.enqueue(QUEUE, data, { key: 'a' })).toBe(true);
    await expect(node.jobs.enqueue(QUEUE, { text: 'what was said' }, { key: 'b' })).rejects.toThrow();
    const [begun, ended] = [next(), node.ended()];
    node.work(
      QUEUE,
      handler(() => Promise.resolve()),
    );
    expect((await begun).data).toEqual(data);
    expect(await ended).toBe('done');
    expect(await rowsOf(node, 'a')).toEqual([{ state: 'completed', retry_count: 0, late: false, data }]);
    expect(await node.jobs.counts()).toEqual([]);
  });

  it('wait once for each key, also while the one before is being done', async () => {
    const node = await aNode();
    const { handler, next } = runs();
    const ask = (key: string) => node.jobs.enqueue(QUEUE, aJob(), { key });
    expect([await ask('a'), await ask('a'), await ask('b'), await ask('a')]).toEqual([true, false, true, false]);
    expect(await node.jobs.counts()).toEqual([{ queue: QUEUE.name, state: 'waiting', count: 2 }]);
    const first = next();
    node.work(QUEUE, handler(never));
    await first;
    expect([await ask('a'), await ask('a')]).toEqual([true, false]);
    expect(await node.jobs.counts()).toEqual(
      expect.arrayContaining([
        { queue: QUEUE.name, state: 'active', count: 1 },
        { queue: QUEUE.name, state: 'waiting', count: 2 },
      ]),
    );
  });

  it('are tried again later and later, know their last try, and fail for good after it', async () => {
    const node = await aNode();
    const times: number[] = [];
    const { begun, handler } = runs();
    const failing = handler(() => {
      times.push(performance.now());
      return Promise.reject(new Error('not yet'));
    });
    const done = new Promise<void>((resolve) => {
      const look = () => void node.ended().then((outcome) => (outcome === 'failed' ? resolve() : look()));
      look();
    });
    node.work({ ...QUEUE, retryLimit: 2 }, failing);
    await node.jobs.enqueue({ ...QUEUE, retryLimit: 2 }, aJob(), { key: 'a' });
    await done;
    expect(node.outcomes).toEqual(['retried', 'retried', 'failed']);
    expect(begun.map(({ isLastTry }) => isLastTry)).toEqual([false, false, true]);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(490);
    expect(third - second).toBeGreaterThanOrEqual(990);
    expect(await rowsOf(node, 'a')).toMatchObject([{ state: 'failed' }]);
    expect(await node.jobs.counts()).toEqual([{ queue: QUEUE.name, state: 'failed', count: 1 }]);
  });

  it('that wait for another try are not asked for a second time', async () => {
    const node = await aNode();
    const ended = node.ended();
    node.work(QUEUE, () => Promise.reject(new Error('not yet')));
    await node.jobs.enqueue(QUEUE, aJob(), { key: 'a' });
    expect(await ended).toBe('retried');
    expect(await node.jobs.enqueue(QUEUE, aJob(), { key: 'a' })).toBe(false);
  });

  it('are not tried again where that cannot help, and not before they may be', async () => {
    const node = await aNode();
    const errors = [
      Object.assign(new Error('never'), { retryable: false }),
      Object.assign(new Error('in a minute'), { retryable: true, retryAfterMs: 60_000 }),
    ];
    node.work(QUEUE, () => Promise.reject(errors.shift() ?? new Error('too often')));
    for (const [key, outcome] of [
      ['a', 'failed'],
      ['b', 'retried'],
    ] as const) {
      const ended = node.ended();
      await node.jobs.enqueue(QUEUE, aJob(), { key });
      expect(await ended).toBe(outcome);
    }
    expect(await rowsOf(node, 'a')).toMatchObject([{ state: 'failed', retry_count: 0 }]);
    expect(await rowsOf(node, 'b')).toMatchObject([{ state: 'retry', late: true }]);
  });

  it('that are cancelled are not begun, and end where they had been', async () => {
    const node = await aNode();
    const { begun, handler, next } = runs();
    await node.jobs.enqueue(QUEUE, aJob(), { key: 'waits' });
    expect(await node.jobs.cancel(QUEUE, 'waits')).toBe(true);
    expect(await node.jobs.cancel(QUEUE, 'waits')).toBe(false);
    const [started, ended] = [next(), node.ended()];
    node.work(QUEUE, handler(never));
    await node.jobs.enqueue(QUEUE, aJob(), { key: 'runs' });
    const { signal } = await started;
    expect(await node.jobs.cancel(QUEUE, 'runs')).toBe(true);
    expect([await ended, signal.aborted, begun.length]).toEqual(['cancelled', true, 1]);
  });

  it('that are erased leave no row, not even of what was done', async () => {
    const node = await aNode();
    const ended = node.ended();
    node.work(QUEUE, () => Promise.resolve());
    await node.jobs.enqueue(QUEUE, aJob(), { key: 'a' });
    await ended;
    await node.query(`INSERT INTO pgboss.archive SELECT *, now() FROM pgboss.job WHERE singleton_key = 'a'`);
    await node.jobs.erase('a');
    expect(await node.query(`SELECT 1 FROM pgboss.job UNION ALL SELECT 1 FROM pgboss.archive`)).toEqual([]);
  });

  it('that take too long end, and are tried again', async () => {
    const node = await aNode();
    const { handler, next } = runs();
    const [begun, ended] = [next(), node.ended()];
    const brief = { ...QUEUE, expireInSeconds: 1 };
    // Nobody looks for it meanwhile: this node sees to it itself.
    node.work(brief, handler(never));
    await node.jobs.enqueue(brief, aJob(), { key: 'a' });
    const { signal } = await begun;
    expect(await ended).toBe('retried');
    expect(signal.aborted).toBe(true);
  });

  it('go back into the queue when their node ends, at no cost of a try, and another does them', async () => {
    const [one, other] = [await aNode(), await aNode()];
    const { handler, next } = runs();
    const begun = next();
    one.work(QUEUE, handler(never));
    await one.jobs.enqueue(QUEUE, aJob(), { key: 'a' });
    await begun;
    await one.jobs.onModuleDestroy();
    expect(one.outcomes).toEqual(['returned']);
    expect(await rowsOf(other, 'a')).toMatchObject([{ state: 'retry', retry_count: 0, late: false }]);
    const ended = other.ended();
    other.work(QUEUE, () => Promise.resolve());
    expect(await ended).toBe('done');
  });

  it('that end by themselves are waited for by a node that ends', async () => {
    const node = await aNode({ graceMs: 20_000 });
    const { handler, next } = runs();
    let finish = (): void => undefined;
    const begun = next();
    node.work(
      QUEUE,
      handler(() => new Promise<void>((resolve) => (finish = resolve))),
    );
    await node.jobs.enqueue(QUEUE, aJob(), { key: 'a' });
    await begun;
    const closing = node.jobs.onModuleDestroy();
    finish();
    await closing;
    expect(node.outcomes).toEqual(['done']);
  });

  it('that are due without anybody having asked are added at the start, and those that failed are not', async () => {
    const node = await aNode();
    const key = (name: string) => ({ key: name, data: aJob() });
    await node.jobs.enqueue(QUEUE, aJob(), { key: 'failed' });
    await node.query(`UPDATE pgboss.job SET state = 'failed' WHERE singleton_key = 'failed'`);
    const { begun, handler, next } = runs();
    const [lost, failed] = [key('lost'), key('failed')];
    const first = next();
    node.work(
      QUEUE,
      handler(() => Promise.resolve()),
      { due: () => Promise.resolve([failed, lost]) },
    );
    expect((await first).data).toEqual(lost.data);
    await node.jobs.onModuleDestroy();
    expect(begun).toHaveLength(1);
  });

  it('of a try that was taken over are not ended by who had it before', async () => {
    const node = await aNode();
    const ended = node.ended();
    node.work(QUEUE, never, {});
    await node.jobs.enqueue(QUEUE, aJob(), { key: 'a' });
    const rows = () => node.query<{ id: string; state: string }>('SELECT id, state FROM pgboss.job');
    let [row] = await rows();
    while (row?.state !== 'active') [row] = await rows();
    await node.query('UPDATE pgboss.job SET retry_count = 1');
    const late = { queue: QUEUE.name, id: row.id, retryCount: 0 };
    expect(await node.repository.complete(late)).toBe(false);
    expect(await node.repository.fail(late, true, 0)).toBe(false);
    expect(await node.repository.giveBack(late)).toBe(false);
    expect(await node.repository.complete({ ...late, retryCount: 1 })).toBe(true);
    await node.jobs.cancel(QUEUE, 'a');
    expect(await ended).toBe('cancelled');
  });
});
