import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../processes/stage.mjs';
import { LOAD_CORE } from '../processes/pinned-process.mjs';

const SAVES_NOTHING = ['--save', '', '--appendonly', 'no'];

/** Debian's Redis, which speaks as Valkey does, on the core of the load; returns its address. */
export async function startValkey(stage) {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', ...SAVES_NOTHING];
  const server = spawn('taskset', ['-c', String(LOAD_CORE), 'redis-server', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  stage.keep(server, async () => {
    server.kill();
    await ended;
  });
  const ready = (async () => {
    for await (const line of server.stdout) if (String(line).includes('Ready to accept connections')) return;
  })();
  await Promise.race([ready, ended]);
  if (server.exitCode !== null) throw new Error('Valkey did not start: is redis-server installed?');
  server.stdout.resume();
  return `redis://127.0.0.1:${port}`;
}
