import { randomUUID } from 'node:crypto';
import { addConsults, addMentors, addStudents } from '../ground/people.mjs';
import { RELAYED } from '../load/payloads.mjs';
import { atLeast, atMost, toResult, worstOf } from '../report/result.mjs';
import { onStage } from '../processes/stage.mjs';
import { inTurns, pick, startSides } from './sides.mjs';

const PAIRS = 50;
const ROUNDS = 9;
const WARM_UPS = 2;
const BURSTS = 3;
/** Longer than any limit a socket takes to fill up again. */
const REFILL_MS = 60_000;

export const relayRow = {
  id: 'S1',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const sides = await startSides(stage, ground);
      const rooms = await enterRooms(ground, sides);
      const cases = [];
      for (const relayed of RELAYED) cases.push(await measureCase(sides, rooms, relayed));
      return [
        worstOf(
          cases.map(({ cpu }) => cpu),
          (a, b) => a.ratio > b.ratio,
        ),
        worstOf(
          cases.map(({ rate }) => rate),
          (a, b) => a.ratio < b.ratio,
        ),
      ];
    }),
};

/** 50 matched consults, both members in each room; neighbours in the list are a pair. */
async function enterRooms({ database, tokenFor }, { ours, baseline }) {
  const students = await addStudents(database, PAIRS);
  const mentors = await addMentors(database, PAIRS);
  const consults = await addConsults(database, students, { status: 'matched', mentors });
  const seats = consults.flatMap((consultId, index) => [
    { consultId, peerId: randomUUID(), token: tokenFor(students[index], ['student']) },
    { consultId, peerId: randomUUID(), token: tokenFor(mentors[index], ['mentor']) },
  ]);
  const auths = seats.map(({ token }) => ({ token, protocol: 2 }));
  for (const { url, load } of [ours, baseline]) {
    await load.ask('connect', { url, auths, width: 20 });
    const requests = seats.map(({ consultId, peerId }, socket) => ({ socket, value: { consultId, peerId } }));
    await load.ask('request-each', { name: 'room:join', requests, width: 1 });
  }
  return seats.map((_, index) => seats[index % 2 === 0 ? index + 1 : index - 1].peerId);
}

async function measureCase(sides, peers, { title, name, burst, body }) {
  const payloads = peers.map((to) => JSON.stringify({ to, ...body }));
  const samples = await inTurns(ROUNDS, WARM_UPS, async (side) => {
    const { server, load } = sides[side];
    let [cpuMicros, elapsedMs, operations] = [0, 0, 0];
    for (let sent = 0; sent < BURSTS; sent += 1) {
      await server.ask('skip-ahead', REFILL_MS);
      const measured = await server.measure(() => load.ask('relay', { name, payloads, times: burst }));
      cpuMicros += measured.cpuMicros;
      elapsedMs += measured.result.elapsedMs;
      operations += measured.result.operations;
    }
    return { cpu: cpuMicros / operations, rate: (operations / elapsedMs) * 1000 };
  });
  return {
    cpu: toResult({
      id: 'S1',
      name: `relay, CPU µs an operation (worst case: ${title})`,
      ...pick(samples, ({ cpu }) => cpu),
      goal: atMost(1.1),
    }),
    rate: toResult({
      id: 'S1-rate',
      name: `relay, operations a second (worst case: ${title})`,
      ...pick(samples, ({ rate }) => rate),
      goal: atLeast(0.95),
    }),
  };
}
