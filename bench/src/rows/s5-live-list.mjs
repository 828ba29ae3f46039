import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { addMentors, addStudents } from '../ground/people.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, toResult } from '../report/result.mjs';
import { inTurns, pick, startSides } from './sides.mjs';

const MENTORS = 10_000;
const ROUNDS = 9;
const WARM_UPS = 2;
/** Longer than the time in which the live list collects changes. */
const QUIET_MS = 1200;

export const liveListRow = {
  id: 'S5',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const sides = await startSides(stage, ground);
      const students = await addStudents(ground.database, ROUNDS + WARM_UPS);
      await subscribeMentors(sides, ground);
      let payload;
      const change = {
        ours: async (round) => {
          const pushed = await measureChange(sides.ours, () => askForHelp(sides.ours.url, ground, students[round]));
          [, payload] = JSON.parse(pushed.frame.slice(2));
          return pushed.sample;
        },
        // The bytes that ours sent last, so that both send the same.
        baseline: async () => {
          const push = () => sides.baseline.server.ask('push', { name: 'list:changed', payload });
          return (await measureChange(sides.baseline, push)).sample;
        },
      };
      const samples = await inTurns(ROUNDS, WARM_UPS, (side, round) => change[side](round));
      return [
        toResult({
          id: 'S5',
          name: `one live-list change to ${MENTORS} mentors, CPU ms`,
          ...pick(samples, ({ cpu }) => cpu),
          goal: atMost(1.1),
        }),
      ];
    }),
};

async function subscribeMentors({ ours, baseline }, { database, tokenFor }) {
  const mentors = await addMentors(database, MENTORS);
  const auths = mentors.map((id) => ({ token: tokenFor(id, ['mentor']), protocol: 2 }));
  for (const { url, load } of [ours, baseline]) await load.ask('connect', { url, auths, width: 50 });
  const requests = mentors.map((_, socket) => ({ socket, value: {} }));
  await ours.load.ask('request-each', { name: 'list:subscribe', requests });
}

/** From the change until every mentor has been told. */
async function measureChange({ server, load }, change) {
  await pause(QUIET_MS);
  await load.ask('expect-push', { name: 'list:changed' });
  const { cpuMicros, result } = await server.measure(async () => {
    await change();
    return load.ask('everyone-pushed');
  });
  return { sample: { cpu: cpuMicros / 1000 }, frame: result };
}

async function askForHelp(url, { tokenFor }, studentId) {
  const answered = await fetch(`${url}/api/consults`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenFor(studentId, ['student'])}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      requestId: randomUUID(),
      kind: 'tutoring',
      topic: 'math',
      message: '분수의 나눗셈이 어려워요',
      language: 'ko',
    }),
  });
  if (answered.status !== 201) throw new Error(`No consult was made (${answered.status}): ${await answered.text()}`);
}
