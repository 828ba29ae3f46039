import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a measurement starts, ended in reverse order whatever happens. */
class Stage {
  #endings = [];

  /** Remembers how to end something; returns it. */
  keep(thing, end) {
    this.#endings.push(end);
    return thing;
  }

  async folder() {
    const folder = await mkdtemp(path.join(tmpdir(), 'ieum-bench-'));
    return this.keep(folder, () => rm(folder, { recursive: true, force: true }));
  }

  async end() {
    const problems = [];
    for (const end of this.#endings.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        problems.push(error);
      }
    }
    if (problems.length > 0) throw new AggregateError(problems, 'Not everything could be ended.');
  }
}

/** Runs `work` with a stage of its own. */
export async function onStage(work) {
  const stage = new Stage();
  try {
    return await work(stage);
  } finally {
    await stage.end();
  }
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
