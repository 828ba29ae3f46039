import { isMainThread } from 'node:worker_threads';

/**
 * The measuring end inside a measured process: loaded by `--import` before the program, the product's bundle or a
 * baseline alike. The parent asks over the process channel; nothing of it can be reached from the network.
 */
const answers = new Map();
/** Questions that came before the program had got as far as to answer them. */
const early = [];

/** Lets the parent ask for `name`; the handler's (awaited) value is the answer. */
export function answer(name, handler) {
  answers.set(name, handler);
  for (const question of early.splice(0)) void reply(question);
}

answer('usage', () => process.cpuUsage());

answer('memory', () => {
  for (let round = 0; round < 3; round += 1) globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
});

answer('connections', () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length);

/**
 * Lets time pass for whatever reads the monotonic clock. The product's limits a socket are far below what is sent
 * here: this refills them, so that they are measured as they are, and refuse nothing.
 */
const readClock = performance.now.bind(performance);
let ahead = 0;
answer('skip-ahead', (ms) => {
  if (ahead === 0) performance.now = () => readClock() + ahead;
  ahead += ms;
});

async function reply(question) {
  const { id, name, value } = question;
  const handler = answers.get(name);
  if (!handler) {
    early.push(question);
    return;
  }
  try {
    process.send({ id, result: await handler(value) });
  } catch (error) {
    process.send({ id, failure: error instanceof Error ? error.stack : String(error) });
  }
}

// A program's worker threads load this as well, and have no channel.
if (isMainThread) {
  process.on('message', (question) => void reply(question));
  // A measured program ends when it wants to, and never outlives the one that measures it.
  process.channel.unref();
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
