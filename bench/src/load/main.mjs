import { answer } from '../processes/child.mjs';
import { each } from './each.mjs';
import { getInTurns, timeOneByOne, timeRequests } from './http-load.mjs';
import { RawSocket } from './raw-socket.mjs';
import { passOn, relay } from './relay.mjs';

// It lives to be asked, unlike a server.
process.channel.ref();

/** The load on one server: its sockets, and the requests that rows ask for. */
let sockets = [];

/** Connects with each of these auths, `width` at a time, and keeps the sockets in that order. */
answer('connect', async ({ url, auths, width }) => {
  const connected = new Array(auths.length);
  const startedAt = performance.now();
  await each(auths, width, async (auth, index) => {
    connected[index] = await RawSocket.connect(url, auth);
  });
  const elapsedMs = performance.now() - startedAt;
  sockets = [...sockets, ...connected];
  return { elapsedMs };
});

answer('close', async () => {
  await Promise.all(sockets.splice(0).map((socket) => socket.close()));
});

/** Sends one request on each of these sockets; returns the answers' data. */
answer('request-each', async ({ name, requests, width = 50 }) => {
  const answers = new Array(requests.length);
  await each(requests, width, async ({ socket, value }, index) => {
    answers[index] = await sockets[socket].request(name, value);
  });
  return answers;
});

/** Sends requests one after the other; returns how long each took, in milliseconds. */
answer('request-in-turns', async ({ name, requests }) => {
  const latencies = [];
  for (const { socket, value } of requests) {
    const payload = JSON.stringify(value);
    const startedAt = performance.now();
    const answered = await sockets[socket].ask(name, payload);
    latencies.push(performance.now() - startedAt);
    if (!answered.includes('"ok":true')) throw new Error(`${name} was refused: ${answered}`);
  }
  return latencies;
});

/** Sends the same request on many sockets at once; returns how many were granted. */
answer('race', async ({ name, contenders }) => {
  const answers = await Promise.all(
    contenders.map(({ socket, value }) => sockets[socket].ask(name, JSON.stringify(value))),
  );
  return answers.filter((answered) => answered.includes('"ok":true')).length;
});

answer('relay', (order) => relay(sockets, order));

/** Sends one event after the other from a socket to another; returns how long each took to arrive there, in ms. */
answer('pass-on', ({ name, from, to, payload, times }) => passOn(sockets[from], sockets[to], { name, payload, times }));

/** From now, waits until every socket was pushed this; returns when, and what the first one got. */
let everyone;
answer('expect-push', ({ name }) => {
  const start = Buffer.from(`42["${name}"`);
  everyone = new Promise((resolve) => {
    let left = sockets.length;
    for (const socket of sockets) {
      socket.onPush = (data) => {
        if (!data.subarray(0, start.length).equals(start)) return;
        socket.onPush = () => undefined;
        left -= 1;
        if (left === 0) resolve(data.toString());
      };
    }
  });
});
answer('everyone-pushed', () => everyone);

answer('http-in-turns', getInTurns);
answer('http-times', timeRequests);
answer('http-one-by-one', timeOneByOne);
