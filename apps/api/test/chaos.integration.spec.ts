import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CallsUnderWay } from './support/calls-under-way';
import { inSeconds, resigned } from './support/access-tokens';
import { Front } from './support/front';
import { type NodeProcess, startNodeProcess } from './support/node-process';
import { SystemPostgres, systemPostgresVersions } from './support/system-postgres';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestValkey } from './support/valkey';
import { Writer } from './support/writer';

/** How long processes are killed: `CHAOS_S=600` for ten minutes. */
const CHAOS_MS = Number(process.env['CHAOS_S'] ?? 15) * 1000;
const CALLS = 6;
const WRITERS = 10;
/** Between a death and the restart, and between that and the next death. */
const PAUSE_MS = 2000;
const RECOVERY_MS = 60_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS * Math.random()));

describe('processes that are killed at random', () => {
  let postgres: SystemPostgres;
  let valkey: TestValkey;
  let api: TestApi;
  let front: Front;
  const nodes: NodeProcess[] = [];
  beforeAll(async () => {
    postgres = await SystemPostgres.start(systemPostgresVersions()[0] ?? '');
    valkey = await TestValkey.start();
    api = await startTestApi({ database: postgres, config: { valkeyUrl: valkey.url } });
    nodes.push(await startNodeProcess(api), await startNodeProcess(api));
    front = await Front.before(nodes.map(({ requests }) => requests.url));
  }, 60_000);
  afterAll(async () => {
    await front.close();
    for (const { product, remove } of nodes) {
      await product.stop();
      await remove();
    }
    await api.close();
    await valkey.kill();
  }, 60_000);

  const killNode = (index: number) => async (): Promise<() => Promise<void>> => {
    const killed = nodes[index];
    if (!killed) throw new Error('There is no such node.');
    await killed.product.stop('SIGKILL');
    front.targets.delete(killed.requests.url);
    await killed.remove();
    return async () => {
      const young = await startNodeProcess(api);
      nodes[index] = young;
      front.targets.add(young.requests.url);
    };
  };
  const victims: Readonly<Record<string, () => Promise<() => Promise<void> | void>>> = {
    'a node': killNode(0),
    'the other node': killNode(1),
    valkey: async () => {
      await valkey.kill();
      return () => valkey.start();
    },
    postgres: () => {
      postgres.crash();
      return Promise.resolve(() => postgres.start());
    },
  };

  it(
    'lose no granted request, no signal and no call, and all is well again',
    async () => {
      const tokenOf = ({ accessToken }: TestUser) =>
        resigned(accessToken, api.jwtSecret, { payload: { iat: inSeconds(0), exp: inSeconds(300) } });
      const calls = await CallsUnderWay.start(api, { url: front.url, count: CALLS, tokenOf });
      const writers: Writer[] = [];
      for (let made = 0; made < WRITERS; made += 1)
        writers.push(new Writer(front.url, await api.registerStudent(), tokenOf));
      const writing = Promise.all(writers.map((writer) => writer.write()));

      const deaths: string[] = [];
      const order = Object.entries(victims).sort(() => Math.random() - 0.5);
      const over = performance.now() + CHAOS_MS;
      while (performance.now() < over || deaths.length < order.length) {
        const [name, kill] = order[deaths.length % order.length] ?? [];
        if (!name || !kill) throw new Error('There is nobody to kill.');
        deaths.push(name);
        const revive = await kill();
        await pause();
        await revive();
        await pause();
      }

      await calls.settle(RECOVERY_MS);
      for (const writer of writers) writer.stop();
      await writing;
      for (const { requests } of nodes) {
        await requests.until(async () => {
          const { status, body } = await requests.get('/api/health/ready');
          return status === 200 && (body as { degraded: unknown[] }).degraded.length === 0;
        });
      }
      expect(calls.lost).toBe(0);
      expect(await calls.dropped()).toEqual([]);
      expect(writers.every(({ count }) => count > 0)).toBe(true);
      for (const { student, kept } of writers) {
        const rows = await api.query<{ id: string; status: string }>(
          'SELECT id, status FROM consults WHERE student_id = $1 ORDER BY created_at',
          [student.id],
        );
        expect(rows).toEqual(kept.map((id) => ({ id, status: 'cancelled' })));
      }
      const kept = writers.reduce((sum, { count }) => sum + count, 0);
      process.stdout.write(
        `${deaths.length} deaths, ${calls.said} signals, ${calls.moves} moves, ${kept} requests made and taken back\n`,
      );
      await calls.close();
    },
    CHAOS_MS + 180_000,
  );
});
