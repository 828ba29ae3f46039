import { addConsults, addMentors, addStudents } from '../ground/people.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, toResult } from '../report/result.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, pick, startSides } from './sides.mjs';

const ACCEPTS = 200;
const ROUNDS = 7;
const WARM_UPS = 2;
const RACES = 20;
const CONTENDERS = 50;
const REFILL_MS = 60_000;

export const acceptRow = {
  id: 'A1',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const { database } = ground;
      // Before the product starts, so that it knows them as it would know consults made through it.
      const waiting = { ours: await addWaiting(database), baseline: await addWaiting(database) };
      const sides = await startSides(stage, ground, { DATABASE_URL: database.url });
      const mentors = await addMentors(database, ACCEPTS);
      for (const side of ['ours', 'baseline']) await connectAll(sides[side], mentors, waiting[side], ground);
      const samples = await inTurns(ROUNDS, WARM_UPS, (side, round) => {
        const consults = waiting[side].consults.slice(round * ACCEPTS, (round + 1) * ACCEPTS);
        return measureAccepts(sides[side], consults, mentors, database);
      });
      await race(sides.ours, waiting.ours.consults.slice(-RACES), database);
      return [
        toResult({
          id: 'A1',
          name: 'accept exactly once, CPU µs an accept',
          ...pick(samples, ({ cpu }) => cpu),
          goal: atMost(1.3),
        }),
        toResult({
          id: 'A1-latency',
          name: 'accept exactly once, median ms until acknowledged',
          ...pick(samples, ({ latency }) => latency),
          goal: atMost(1.3),
        }),
      ];
    }),
};

async function addWaiting(database) {
  const students = await addStudents(database, ACCEPTS * (ROUNDS + WARM_UPS) + RACES);
  return { students, consults: await addConsults(database, students) };
}

/** The mentors first, so that a mentor's socket has the mentor's number; every student is there to be told. */
async function connectAll({ url, load }, mentors, { students }, { tokenFor }) {
  const auths = [
    ...mentors.map((id) => ({ token: tokenFor(id, ['mentor']), protocol: 2, channel: id })),
    ...students.map((id) => ({ token: tokenFor(id, ['student']), protocol: 2, channel: id })),
  ];
  await load.ask('connect', { url, auths, width: 50 });
}

async function measureAccepts({ server, load }, consults, mentors, database) {
  await server.ask('skip-ahead', REFILL_MS);
  const requests = consults.map((consultId, socket) => ({ socket, value: { consultId, mentorId: mentors[socket] } }));
  const { cpuMicros, result } = await server.measure(() =>
    load.ask('request-in-turns', { name: 'consult:accept', requests }),
  );
  await freeMentors(database);
  return { cpu: cpuMicros / consults.length, latency: median(result) };
}

async function freeMentors(database) {
  await database.query(`UPDATE consults SET status = 'ended', closed_at = now() WHERE status IN ('matched', 'live')`);
}

/** What is measured has to be right as well: of 50 who accept at once, one gets it. */
async function race({ server, load }, consults, database) {
  for (const consultId of consults) {
    await server.ask('skip-ahead', REFILL_MS);
    const contenders = Array.from({ length: CONTENDERS }, (_, socket) => ({ socket, value: { consultId } }));
    const winners = await load.ask('race', { name: 'consult:accept', contenders });
    if (winners !== 1) throw new Error(`${winners} mentors accepted the same consult.`);
    await freeMentors(database);
  }
}
