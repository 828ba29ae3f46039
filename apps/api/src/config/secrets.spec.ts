import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BadSetting } from './config';
import { loadSecrets } from './secrets';

describe('the secrets of an installation', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ieum-secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once, kept, and different in every installation', async () => {
    const made = await loadSecrets(folder);
    expect(await loadSecrets(folder)).toEqual(made);
    const others = await loadSecrets(join(folder, 'another'));
    for (const [name, value] of Object.entries(others)) expect(made).not.toHaveProperty(name, value);
  });

  it('can be read by their owner alone, and leave no copy', async () => {
    await loadSecrets(folder);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['secrets.json']);
  });

  it('are never made anew over damaged ones', async () => {
    const file = join(folder, 'secrets.json');
    for (const damaged of ['', '{', '{}', '{"jwtSecret":"short"}']) {
      await writeFile(file, damaged);
      await expect(loadSecrets(folder)).rejects.toThrow(BadSetting);
      expect(await readFile(file, 'utf8')).toBe(damaged);
    }
  });

  it('need a folder that can be written to', async () => {
    await writeFile(join(folder, 'a-file'), '');
    await expect(loadSecrets(join(folder, 'a-file', 'data'))).rejects.toThrow(/DATA_DIR|cannot be read/);
  });
});
