import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endOrphan, findPostmaster } from './postmaster';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ieum-postmaster-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that was started on the folder as a server is, and is noted there. */
async function startServer() {
  const child = spawn('sh', ['-c', 'read -r line', 'sh', '-D', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  await writeFile(join(folder, 'postmaster.pid'), [pid, folder, 0, 5432, ''].join('\n'));
  return { pid, child, ended: once(child, 'close') };
}

describe('a database server that outlived its Ieum', () => {
  it('is found by its note, and ended', async () => {
    const { pid, ended } = await startServer();
    expect(await findPostmaster(folder)).toEqual({ pid, port: 5432 });
    await endOrphan(folder);
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(await findPostmaster(folder)).toBeUndefined();
  });

  it('is none when its number is another program’s by now, whose note is taken away', async () => {
    await writeFile(join(folder, 'postmaster.pid'), [process.pid, folder, 0, 5432, ''].join('\n'));
    await endOrphan(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it('may end in any moment in which it is looked for', async () => {
    for (let round = 0; round < 150; round += 1) {
      const { child, ended } = await startServer();
      child.kill('SIGKILL');
      while (await findPostmaster(folder)) await Promise.all(Array.from({ length: 4 }, () => findPostmaster(folder)));
      await ended;
      await endOrphan(folder);
    }
  });
});
