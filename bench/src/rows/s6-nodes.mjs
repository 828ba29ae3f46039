import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { addConsults, addMentors, addStudents } from '../ground/people.mjs';
import { startTwoNodes } from '../ground/two-nodes.mjs';
import { RELAYED } from '../load/payloads.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, toResult } from '../report/result.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, withLoad } from './sides.mjs';

const ROUNDS = 9;
const WARM_UPS = 2;
const TIMES = 30;
/** A socket may send six candidates a second (60 at once). A clock turned ahead would make the nodes lose each other. */
const REFILL_MS = (TIMES / 6) * 1000;

export const nodesRow = {
  id: 'S6',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const nodes = await startTwoNodes(stage, ground);
      const [first, second] = nodes;
      const sides = {
        ours: await enterRoom(stage, ground, [first, second]),
        baseline: await enterRoom(stage, ground, [first, first]),
      };
      const [{ name, body }] = RELAYED;
      const samples = await inTurns(ROUNDS, WARM_UPS, async (side) => {
        await setTimeout(REFILL_MS);
        const { load, to } = sides[side];
        const payload = JSON.stringify({ to, ...body });
        return median(await load.ask('pass-on', { name, from: 0, to: 1, payload, times: TIMES }));
      });
      return [
        toResult({
          id: 'S6',
          name: 'a candidate sent until it is received, over two nodes beside one, ms',
          ...samples,
          goal: atMost(1.8),
        }),
      ];
    }),
};

/** A matched consult whose student is on the one node and whose mentor is on the other. */
async function enterRoom(stage, { database, tokenFor }, [near, far]) {
  const students = await addStudents(database, 1);
  const mentors = await addMentors(database, 1);
  const [consultId] = await addConsults(database, students, { status: 'matched', mentors });
  const { load } = withLoad(stage, {});
  const members = [
    { url: near.url, token: tokenFor(students[0], ['student']), peerId: randomUUID() },
    { url: far.url, token: tokenFor(mentors[0], ['mentor']), peerId: randomUUID() },
  ];
  for (const [socket, { url, token, peerId }] of members.entries()) {
    await load.ask('connect', { url, auths: [{ token, protocol: 2 }], width: 1 });
    await load.ask('request-each', { name: 'room:join', requests: [{ socket, value: { consultId, peerId } }] });
  }
  return { load, to: members[1].peerId };
}
