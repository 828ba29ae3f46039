/** `npm run dev`: API and page with hot reload. Ctrl-C ends both. */
import { existsSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startChild, stopChildren } from './dev/children.mjs';
import { program, root } from './workspace.mjs';

const apiPort = Number(process.env.PORT ?? 3000);
const webPort = 5173;
const bundle = path.join(root, 'apps/api/dist/main.js');
const vite = program('vite');

const isListening = async (port) => {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    if (error.code === 'ECONNREFUSED') return false;
    throw error;
  } finally {
    socket.destroy();
  }
};

async function until(condition) {
  while (!(await condition())) await wait(100);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => void stopChildren(0));

if (await isListening(apiPort)) {
  console.error(`Port ${apiPort} is in use. Stop what listens there, or choose another: PORT=3001 npm run dev`);
  process.exit(1);
}

rmSync(bundle, { force: true });
startChild('build', [vite, 'build', '--watch', '--mode', 'development'], path.join(root, 'apps/api'));
await until(() => existsSync(bundle));

startChild('api', ['--watch', '--enable-source-maps', bundle], root, { PORT: String(apiPort) });
await until(() => isListening(apiPort));

startChild('web', [vite, '--port', String(webPort), '--strictPort'], path.join(root, 'apps/web'), {
  API_URL: `http://127.0.0.1:${apiPort}`,
});
