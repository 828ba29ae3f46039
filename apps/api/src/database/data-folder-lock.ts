import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { errorCode } from '../common/error-code';
import { BadSetting } from '../config/config';

/** What `sockaddr_un` holds everywhere (macOS: 104 bytes with the closing zero). */
const MAX_SOCKET_PATH = 100;

/**
 * Takes the data folder for this process; returns how to give it back. The lock is a listening socket and not a file
 * with a process id: it ends with its process, however that dies, and never means another process by accident.
 * @throws BadSetting while another process has it, or when the folder cannot be written
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true });
    const path = await socketPathFor(dataDir);
    for (;;) {
      const release = await tryToListen(path);
      if (release) return release;
      const owner = await askOwner(path);
      if (owner) throw new BadSetting(`Another Ieum (process ${owner}) uses ${dataDir}: stop it, or set DATA_DIR.`);
      await rm(path, { force: true });
    }
  } catch (cause) {
    if (cause instanceof BadSetting) throw cause;
    throw new BadSetting(`The folder ${dataDir} cannot be written to: set DATA_DIR to one that can.`, { cause });
  }
}

/** In the folder itself, as short as it can be said; for a folder too deep for that, beside the temporary files. */
async function socketPathFor(dataDir: string): Promise<string> {
  const file = resolve(dataDir, 'ieum.lock');
  const short = [relative(process.cwd(), file), file].find((path) => Buffer.byteLength(path) <= MAX_SOCKET_PATH);
  const name = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 16);
  return short ?? join(tmpdir(), `ieum-${name}.lock`);
}

async function tryToListen(path: string): Promise<(() => Promise<void>) | undefined> {
  const server = createServer((client) => client.end(String(process.pid)));
  try {
    await once(server.listen(path), 'listening');
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
  server.unref();
  return async () => {
    server.close();
    await once(server, 'close');
  };
}

/** Who listens there; `undefined` when nobody does any more. */
async function askOwner(path: string): Promise<string | undefined> {
  const client = connect(path);
  try {
    await once(client, 'connect');
    return await text(client);
  } catch (error) {
    if (errorCode(error) === 'ECONNREFUSED' || errorCode(error) === 'ENOENT') return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}
