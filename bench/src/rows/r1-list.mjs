import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { addConsults, addMentors, addStudents } from '../ground/people.mjs';
import { onStage } from '../processes/stage.mjs';
import { atLeast, toResult } from '../report/result.mjs';
import { inTurns, pick, withLoad } from './sides.mjs';

const BARE_REST = fileURLToPath(new URL('../servers/bare-rest.mjs', import.meta.url));
/** Inside the project, where what is built finds its packages; no part of the repository. */
const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));

const PAST_CONSULTS = 30;
const REQUESTS = 1500;
const WIDTH = 8;
const ROUNDS = 7;
const WARM_UPS = 2;

export const listRow = {
  id: 'R1',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const sides = await start(stage, ground);
      const [mentor] = await addMentors(ground.database, 1);
      const students = await addStudents(ground.database, PAST_CONSULTS);
      await addConsults(ground.database, students, { status: 'ended', mentors: students.map(() => mentor) });
      await ground.database.query('ANALYZE');
      const headers = { authorization: `Bearer ${ground.tokenFor(mentor, ['mentor'])}` };
      const samples = await inTurns(ROUNDS, WARM_UPS, (side) => measureRequests(sides[side], headers));
      return [
        toResult({
          id: 'R1',
          name: 'REST list of 20 rows, requests a second',
          ...pick(samples, ({ rate }) => rate),
          goal: atLeast(0.75),
          details: { bytes: { ours: samples.ours[0].bytes, baseline: samples.baseline[0].bytes } },
        }),
        toResult({
          id: 'R1-cpu',
          name: 'REST list of 20 rows, requests a second of CPU time',
          ...pick(samples, ({ cpuRate }) => cpuRate),
          goal: atLeast(0.75),
        }),
      ];
    }),
};

async function start(stage, ground) {
  const env = { BARE_AUTH: ground.jwtSecret, DATABASE_URL: ground.database.url };
  const script = await buildBaseline();
  return {
    ours: withLoad(stage, await ground.startProduct(stage)),
    baseline: withLoad(stage, await ground.startBaseline(stage, script, env)),
  };
}

/** The contract is TypeScript: only as a bundle can the baseline use the very schemas that ours uses. */
async function buildBaseline() {
  const output = { entryFileNames: '[name].mjs' };
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: BARE_REST, outDir: BUILT, minify: false, rolldownOptions: { output } },
  });
  return `${BUILT}/bare-rest.mjs`;
}

async function measureRequests({ server, url, load }, headers) {
  const order = { url, path: '/api/consults', headers, width: WIDTH, count: REQUESTS };
  const { cpuMicros, result } = await server.measure(() => load.ask('http-in-turns', order));
  return {
    rate: (REQUESTS / result.elapsedMs) * 1000,
    cpuRate: (REQUESTS / cpuMicros) * 1_000_000,
    bytes: result.bytes,
  };
}
