import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareGround } from './src/ground/ground.mjs';
import { addConsults, addMentors, addStudents } from './src/ground/people.mjs';
import { startTwoNodes } from './src/ground/two-nodes.mjs';
import { LOAD_CORE, PinnedProcess } from './src/processes/pinned-process.mjs';
import { onStage } from './src/processes/stage.mjs';
import { percentile } from './src/report/statistics.mjs';

/** Two nodes under the load of a large evening: docs/operate.md has the figures. */
const CROWD = fileURLToPath(new URL('./src/load/crowd.mjs', import.meta.url));
const number = (fallback) => ({ type: 'string', default: String(fallback) });
const { values } = parseArgs({
  options: { minutes: number(5), sockets: number(5000), rooms: number(200), consults: number(2), signals: number(1) },
});
const [minutes, sockets, rooms, consultsPerSecond, signalsPerSecond] = [
  values.minutes,
  values.sockets,
  values.rooms,
  values.consults,
  values.signals,
].map(Number);
const seconds = minutes * 60;

await onStage(async (stage) => {
  const ground = await prepareGround(stage);
  const nodes = await startTwoNodes(stage, ground);
  const crowd = new PinnedProcess(LOAD_CORE, CROWD);
  stage.keep(crowd, () => crowd.stop());
  const at = (index) => nodes[index % nodes.length].url;
  const someone = (role) => (id, index) => ({ url: at(index), token: ground.tokenFor(id, [role]) });

  const mentors = (await addMentors(ground.database, sockets - 2 * rooms)).map(someone('mentor'));
  const gathered = await crowd.ask('gather', { mentors, pairs: await pairsFor(ground, rooms, at) });
  console.log(
    `${gathered.sockets} sockets in ${(gathered.elapsedMs / 1000).toFixed(1)} s; ${minutes} minutes of load.`,
  );
  const students = (await addStudents(ground.database, seconds * consultsPerSecond)).map(someone('student'));

  const before = await Promise.all(nodes.map(({ server }) => server.ask('usage')));
  await crowd.ask('start', { seconds, students, consultsPerSecond, signalsPerSecond });
  await pause(seconds * 1000);
  const seen = await crowd.ask('over');
  console.table(
    Object.fromEntries(['relay', 'accept', 'ask'].map((what) => [`${what}, ms`, percentilesOf(seen[what])])),
  );
  const rows = await Promise.all(nodes.map(async ({ server }, index) => usageOf(server, before[index], seconds)));
  console.table(Object.fromEntries(rows.map((row, index) => [`node ${index + 1}`, row])));
  if (seen.problems.length > 0) {
    console.log(`${seen.problems.length} problems, the first: ${seen.problems[0]}`);
    process.exitCode = 1;
  }
});

/** Live rooms whose student is at one node and whose mentor is at the other. */
async function pairsFor({ database, tokenFor }, count, at) {
  const students = await addStudents(database, count);
  const mentors = await addMentors(database, count);
  const consults = await addConsults(database, students, { status: 'matched', mentors });
  return consults.map((consultId, index) => ({
    consultId,
    members: [
      { url: at(index), token: tokenFor(students[index], ['student']), peerId: randomUUID() },
      { url: at(index + 1), token: tokenFor(mentors[index], ['mentor']), peerId: randomUUID() },
    ],
  }));
}

function percentilesOf(samples) {
  const at = (share) => Number(percentile(samples, share).toFixed(1));
  return { count: samples.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), slowest: at(1) };
}

async function usageOf(server, before, forSeconds) {
  const { user, system } = await server.ask('usage');
  const { rss, heap } = await server.ask('memory');
  const cpu = (user + system - before.user - before.system) / 1e6 / forSeconds;
  const mb = (bytes) => Math.round(bytes / 2 ** 20);
  return { 'CPU, cores': Number(cpu.toFixed(3)), 'RSS, MB': mb(rss), 'heap, MB': mb(heap) };
}
