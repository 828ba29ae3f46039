import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { onStage } from '../processes/stage.mjs';
import { atLeast, toResult } from '../report/result.mjs';
import { inTurns, pick, startSides } from './sides.mjs';

const CONNECTIONS = 4000;
const WIDTH = 50;
const ROUNDS = 7;
const WARM_UPS = 1;
const CLOSED_WITHIN_MS = 20_000;

export const connectsRow = {
  id: 'S4',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const sides = await startSides(stage, ground, { BARE_AUTH: ground.jwtSecret });
      const samples = await inTurns(ROUNDS, WARM_UPS, (side) => measureConnects(sides[side], ground));
      return [
        toResult({
          id: 'S4',
          name: 'connects with JWT a second',
          ...pick(samples, ({ rate }) => rate),
          goal: atLeast(0.9),
        }),
        toResult({
          id: 'S4-cpu',
          name: 'connects with JWT a second of CPU time',
          ...pick(samples, ({ cpuRate }) => cpuRate),
          goal: atLeast(0.9),
        }),
      ];
    }),
};

async function measureConnects({ server, url, load }, { tokenFor }) {
  const open = await server.ask('connections');
  const auths = Array.from({ length: CONNECTIONS }, () => ({ token: tokenFor(randomUUID(), ['mentor']), protocol: 2 }));
  const { cpuMicros, result } = await server.measure(() => load.ask('connect', { url, auths, width: WIDTH }));
  await load.ask('close');
  await untilClosed(server, open);
  return { rate: (CONNECTIONS / result.elapsedMs) * 1000, cpuRate: (CONNECTIONS / cpuMicros) * 1_000_000 };
}

/** The next sample must not pay for the end of this one. */
async function untilClosed(server, open) {
  const deadline = Date.now() + CLOSED_WITHIN_MS;
  while ((await server.ask('connections')) > open + WIDTH) {
    if (Date.now() > deadline) throw new Error('The server keeps connections that were closed.');
    await pause(50);
  }
}
