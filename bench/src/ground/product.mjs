import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PinnedProcess, SERVER_CORE } from '../processes/pinned-process.mjs';
import { freePort } from '../processes/stage.mjs';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const BUNDLE = path.join(root, 'apps/api/dist/main.js');
const READY_WITHIN_MS = 30_000;

/** Starts the built product as its users do, but for the measuring end that is loaded before it. */
export async function startProduct(stage, { databaseUrl, jwtSecret, valkeyUrl = '', profileFolder }) {
  if (!existsSync(BUNDLE)) throw new Error(`There is no ${path.relative(root, BUNDLE)}: run "npm run build" first.`);
  const port = await freePort();
  const server = new PinnedProcess(SERVER_CORE, BUNDLE, {
    nodeOptions: profiling(profileFolder, 'ours'),
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: await stage.folder(),
      DATABASE_URL: databaseUrl,
      JWT_SECRET: jwtSecret,
      VALKEY_URL: valkeyUrl,
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
  });
  stage.keep(server, () => server.stop());
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(url, server);
  return { server, url };
}

/** Starts a baseline, in the same way. */
export async function startBaseline(stage, script, { env = {}, profileFolder } = {}) {
  const port = await freePort();
  const server = new PinnedProcess(SERVER_CORE, script, {
    nodeOptions: profiling(profileFolder, 'baseline'),
    env: { PORT: String(port), NODE_ENV: 'production', ...env },
  });
  stage.keep(server, () => server.stop());
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(url, server);
  return { server, url };
}

export const BARE_SOCKETS = fileURLToPath(new URL('../servers/bare-sockets.mjs', import.meta.url));

/** Where a process writes its CPU profile at its end; nothing unless one is asked for. */
const profiling = (folder, side) => (folder ? ['--cpu-prof', `--cpu-prof-dir=${path.join(folder, side)}`] : []);

/** Whatever the answer is: who answers listens. */
async function untilAnswering(url, server) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await fetch(`${url}/api/health`);
      return;
    } catch (error) {
      if (!server.isRunning || Date.now() > deadline) {
        throw new Error(`A server did not start.\n${server.log}`, { cause: error });
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
