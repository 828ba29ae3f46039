import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cluster } from '../src/cluster/cluster';
import { CallsUnderWay } from './support/calls-under-way';
import { Front } from './support/front';
import { type NodeProcess, startNodeProcess } from './support/node-process';
import { startTestApi, type TestApi } from './support/test-api';
import { TestValkey } from './support/valkey';

const CALLS = 20;

describe('a rolling restart of all nodes', () => {
  let valkey: TestValkey;
  let api: TestApi;
  const running = new Set<NodeProcess>();
  beforeAll(async () => {
    valkey = await TestValkey.start();
    api = await startTestApi({ config: { valkeyUrl: valkey.url } });
  });
  afterAll(async () => {
    for (const node of [...running]) await end(node);
    await api.close();
    await valkey.kill();
  });

  const others = (count: number) => api.until(() => Promise.resolve(api.app.get(Cluster).others === count));

  async function start(): Promise<NodeProcess> {
    const node = await startNodeProcess(api);
    running.add(node);
    return node;
  }

  async function end(node: NodeProcess): Promise<number | null> {
    running.delete(node);
    const code = await node.product.stop('SIGTERM');
    await node.remove();
    return code;
  }

  it(`drops none of ${CALLS} calls and loses nothing of what they signal meanwhile`, async () => {
    const nodes = [await start(), await start()];
    await others(2);
    const front = await Front.before(nodes.map(({ requests }) => requests.url));
    const tokenOf = ({ accessToken }: { accessToken: string }) => accessToken;
    const calls = await CallsUnderWay.start(api, { url: front.url, count: CALLS, tokenOf });
    for (const old of nodes) {
      expect(await end(old)).toBe(0);
      front.targets.delete(old.requests.url);
      const young = await start();
      await others(2);
      front.targets.add(young.requests.url);
    }
    await calls.settle();
    // Everybody was at one of the two.
    expect(calls.moves).toBeGreaterThanOrEqual(CALLS * 2);
    expect(calls.said).toBeGreaterThan(CALLS * 2 * 10);
    expect(calls.lost).toBe(0);
    expect(await calls.dropped()).toEqual([]);
    await calls.close();
    await front.close();
  }, 120_000);
});
