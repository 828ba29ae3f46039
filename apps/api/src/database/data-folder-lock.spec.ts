import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockDataFolder } from './data-folder-lock';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ieum-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is had by one only, who is named to the next', async () => {
    const release = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toThrow(`Another Ieum (process ${process.pid}) uses ${folder}`);
    await release();
    const again = await lockDataFolder(folder);
    await again();
    expect(await readdir(folder)).toEqual([]);
  });

  it('makes the folder', async () => {
    const release = await lockDataFolder(join(folder, 'deep', 'down'));
    await release();
  });

  it('is taken over from a process that was killed', async () => {
    const script = `require('node:net').createServer().listen(${JSON.stringify(join(folder, 'ieum.lock'))}, () => console.log('up'))`;
    const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await readdir(folder)).toEqual(['ieum.lock']);
    const release = await lockDataFolder(folder);
    await release();
  });

  it('works in a folder with a very long name', async () => {
    const long = join(folder, 'x'.repeat(200));
    const release = await lockDataFolder(long);
    await expect(lockDataFolder(long)).rejects.toThrow('Another Ieum');
    await release();
  });

  it('says what to do about a folder that cannot be made', async () => {
    await writeFile(join(folder, 'a-file'), '');
    await expect(lockDataFolder(join(folder, 'a-file', 'data'))).rejects.toThrow(/set DATA_DIR to one that can\.$/);
  });
});
