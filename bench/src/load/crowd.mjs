import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answer } from '../processes/child.mjs';
import { each } from './each.mjs';
import { RawSocket } from './raw-socket.mjs';

// It lives to be asked, unlike a server.
process.channel.ref();

const PROTOCOL = 2;
const CONNECTS_AT_ONCE = 50;
const SENT_AT = /"candidate":"([\d.]+)"/u;

let watchers = [];
let rooms = [];
let running;

/** Mentors who watch the live list, and rooms with both members in them. */
answer('gather', async ({ mentors, pairs }) => {
  const startedAt = performance.now();
  watchers = await connectAll(mentors);
  await each(watchers, CONNECTS_AT_ONCE, (socket) => socket.request('list:subscribe', {}));
  rooms = await Promise.all(
    pairs.map(async ({ consultId, members }) => {
      const sockets = await connectAll(members);
      for (const [index, socket] of sockets.entries())
        await socket.request('room:join', { consultId, peerId: members[index].peerId });
      return members.map(({ peerId }, index) => ({ socket: sockets[1 - index], to: peerId }));
    }),
  );
  return { elapsedMs: performance.now() - startedAt, sockets: watchers.length + 2 * rooms.length };
});

/** Starts signaling in every room, and requests for help that mentors accept. */
answer('start', ({ seconds, students, consultsPerSecond, signalsPerSecond }) => {
  const until = performance.now() + seconds * 1000;
  const seen = { relay: [], accept: [], ask: [], problems: [] };
  running = Promise.all([
    ...rooms.flat().map((way) => signal(way, 1000 / signalsPerSecond, until, seen)),
    help(students, 1000 / consultsPerSecond, until, seen),
  ]).then(() => seen);
});

/** What was seen, all in milliseconds, once it is over. */
answer('over', () => running);

async function connectAll(people) {
  const sockets = new Array(people.length);
  await each(people, CONNECTS_AT_ONCE, async ({ url, token }, index) => {
    sockets[index] = await RawSocket.connect(url, { token, protocol: PROTOCOL });
  });
  return sockets;
}

/** One member to the other, at an even pace with a beginning of its own. */
async function signal({ socket, to }, everyMs, until, seen) {
  for (const { socket: receiver } of rooms.flat()) receiver.onPush = (data) => arrived(data, seen);
  await pause(Math.random() * everyMs);
  while (performance.now() < until) {
    const sentAt = performance.now();
    const candidate = { candidate: String(sentAt), sdpMid: '0', sdpMLineIndex: 0 };
    const answered = await socket.ask('signal:candidate', JSON.stringify({ to, connection: 0, candidate }));
    if (!answered.includes('"ok":true')) seen.problems.push(answered.toString());
    await pause(Math.max(0, sentAt + everyMs - performance.now()));
  }
}

function arrived(data, { relay }) {
  const [, sentAt] = SENT_AT.exec(data.toString()) ?? [];
  if (sentAt !== undefined) relay.push(performance.now() - Number(sentAt));
}

/** Each request is asked for at one node, accepted by a mentor at whatever node, and taken back. */
async function help(students, everyMs, until, seen) {
  const underWay = [];
  for (const [index, student] of students.entries()) {
    if (performance.now() >= until) break;
    const startedAt = performance.now();
    const mentor = watchers[(index * 7) % watchers.length];
    underWay.push(helpOne(student, mentor, seen).catch((error) => seen.problems.push(error.message)));
    await pause(Math.max(0, startedAt + everyMs - performance.now()));
  }
  await Promise.all(underWay);
}

async function helpOne(student, mentor, { ask, accept }) {
  const askedAt = performance.now();
  const { consult } = await post(student, '/api/consults', {
    requestId: randomUUID(),
    kind: 'tutoring',
    topic: 'math',
    message: '분수의 나눗셈이 어려워요',
    language: 'ko',
  });
  ask.push(performance.now() - askedAt);
  const acceptedAt = performance.now();
  await mentor.request('consult:accept', { consultId: consult.id });
  accept.push(performance.now() - acceptedAt);
  await post(student, `/api/consults/${consult.id}/cancel`);
}

async function post({ url, token }, path, body) {
  const answered = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answered.ok) throw new Error(`${path} was answered with ${answered.status}: ${await answered.text()}`);
  return answered.json();
}
