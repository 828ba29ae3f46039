import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_SOCKETS } from '../ground/product.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, toResult } from '../report/result.mjs';
import { inTurns, pick, withLoad } from './sides.mjs';

const CONNECTIONS = 8000;
const ROUNDS = 5;
/** What connecting set going has ended by then. */
const SETTLED_AFTER_MS = 2000;

export const memoryRow = {
  id: 'S3',
  needsGround: true,
  async run(ground) {
    const start = {
      ours: (stage) => ground.startProduct(stage),
      baseline: (stage) => ground.startBaseline(stage, BARE_SOCKETS),
    };
    const samples = await inTurns(ROUNDS, 0, (side) =>
      onStage(async (stage) => measureGrowth(withLoad(stage, await start[side](stage)), ground)),
    );
    return [
      toResult({
        id: 'S3',
        name: `memory a connection, heap bytes after gc (${CONNECTIONS} connections)`,
        ...pick(samples, ({ heap }) => heap),
        goal: atMost(1.15),
      }),
      toResult({
        id: 'S3-rss',
        name: `memory a connection, resident bytes after gc (${CONNECTIONS} connections)`,
        ...pick(samples, ({ rss }) => rss),
        goal: atMost(1.15),
      }),
    ];
  },
};

/** Bytes a connection, in a process that has just started. */
async function measureGrowth({ server, url, load }, { tokenFor }) {
  const before = await server.ask('memory');
  const auths = Array.from({ length: CONNECTIONS }, () => ({ token: tokenFor(randomUUID(), ['mentor']), protocol: 2 }));
  await load.ask('connect', { url, auths, width: 50 });
  await pause(SETTLED_AFTER_MS);
  const after = await server.ask('memory');
  return { heap: (after.heap - before.heap) / CONNECTIONS, rss: (after.rss - before.rss) / CONNECTIONS };
}
