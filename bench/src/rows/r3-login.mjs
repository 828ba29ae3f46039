import { fileURLToPath } from 'node:url';
import { addStudents } from '../ground/people.mjs';
import { PinnedProcess, SERVER_CORE } from '../processes/pinned-process.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMostAbove, toResult } from '../report/result.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, withLoad } from './sides.mjs';

const BARE_HASH = fileURLToPath(new URL('../servers/bare-hash.mjs', import.meta.url));
const PASSWORD = 'a long enough password, 이음';
const LOGINS = 25;
const ROUNDS = 7;
const WARM_UPS = 1;

export const loginRow = {
  id: 'R3',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const ours = withLoad(stage, await ground.startProduct(stage));
      const bare = new PinnedProcess(SERVER_CORE, BARE_HASH);
      stage.keep(bare, () => bare.stop());
      const against = await bare.ask('hash', PASSWORD);
      const users = await addStudents(ground.database, LOGINS * (ROUNDS + WARM_UPS), against);
      const measure = {
        ours: (round) => logIn(ours, users.slice(round * LOGINS, (round + 1) * LOGINS), round),
        baseline: () => bare.ask('verify-in-turns', { password: PASSWORD, against, count: LOGINS }),
      };
      const samples = await inTurns(ROUNDS, WARM_UPS, async (side, round) => median(await measure[side](round)));
      return [toResult({ id: 'R3', name: 'log-in, median ms', ...samples, goal: atMostAbove(5, 'ms') })];
    }),
};

/** Each log-in is another person's, from another place: attempts are limited by account and by address. */
function logIn({ url, load }, users, round) {
  const calls = users.map((id, index) => ({
    url,
    path: '/api/auth/login',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.${round}.${index + 1}` },
    body: JSON.stringify({ email: `${id}@bench.invalid`, password: PASSWORD }),
  }));
  return load.ask('http-times', { calls });
}
