const EVENT_PREFIX_BYTES = 2;

/**
 * Every socket sends the same event `times` times, the next one when the last was acknowledged; the sockets are pairs
 * of neighbours, and each sends to its neighbour. Done when every acknowledgement and every push has come.
 */
export async function relay(sockets, { name, payloads, times }) {
  const pushed = Buffer.from(`["${name}"`);
  let pushesLeft = sockets.length * times;
  const allPushed = new Promise((resolve) => {
    for (const socket of sockets) {
      socket.onPush = (data) => {
        if (!data.subarray(EVENT_PREFIX_BYTES, EVENT_PREFIX_BYTES + pushed.length).equals(pushed)) return;
        pushesLeft -= 1;
        if (pushesLeft === 0) resolve();
      };
    }
  });
  const startedAt = performance.now();
  await Promise.all(sockets.map((socket, index) => sendInTurns(socket, name, payloads[index], times)));
  await allPushed;
  return { elapsedMs: performance.now() - startedAt, operations: sockets.length * times };
}

async function sendInTurns(socket, name, payload, times) {
  for (let sent = 0; sent < times; sent += 1) {
    const answered = await socket.ask(name, payload);
    if (!answered.includes('"ok":true')) throw new Error(`${name} was refused: ${answered}`);
  }
}

/** Sends the same event from one socket to another, the next one when the last was received and acknowledged. */
export async function passOn(from, to, { name, payload, times }) {
  const start = Buffer.from(`42["${name}"`);
  const latencies = [];
  for (let sent = 0; sent < times; sent += 1) {
    const startedAt = performance.now();
    const received = new Promise((resolve) => {
      to.onPush = (data) => data.subarray(0, start.length).equals(start) && resolve(performance.now());
    });
    const [at, answered] = await Promise.all([received, from.ask(name, payload)]);
    if (!answered.includes('"ok":true')) throw new Error(`${name} was refused: ${answered}`);
    latencies.push(at - startedAt);
  }
  return latencies;
}
