import { chmod, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';

/** Durability is what these tests can do without. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=120'];

/** Jest loads this file without its transforms; Vite reads the TypeScript. */
async function load(file) {
  const { module } = await runnerImport(path.resolve(import.meta.dirname, file), {
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  });
  return module;
}

/** One server for the whole run, with a migrated database from which every test API copies its own. */
export default async function startPostgres() {
  const { EmbeddedPostgres } = await load('../../src/database/embedded-postgres.ts');
  const { makeTemplate } = await load('./template-database.ts');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ieum-test-'));
  // As root the server runs as another user, who has to get in.
  await chmod(folder, 0o711);
  const server = await EmbeddedPostgres.start({ dataDir: folder, password: 'only-for-this-run', settings: FAST });
  globalThis.ieumTestPostgres = { server, folder };
  process.env.IEUM_TEST_POSTGRES = server.url;
  await makeTemplate(server.url);
}
