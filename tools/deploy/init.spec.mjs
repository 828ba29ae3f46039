import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { root } from '../workspace.mjs';

const run = promisify(execFile);
const SECRETS = [
  'JWT_SECRET',
  'POSTGRES_PASSWORD',
  'TURN_SECRET',
  'BACKUP_KEY',
  'S3_SECRET_ACCESS_KEY',
  'GRAFANA_PASSWORD',
];

describe('./ieum init', () => {
  let folder;
  const init = (...args) => run('sh', [path.join(folder, 'ieum'), 'init', ...args]);
  const made = async () => parseEnv(await readFile(path.join(folder, '.env'), 'utf8'));

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ieum-init-'));
    for (const file of ['ieum', '.env.example']) await copyFile(path.join(root, file), path.join(folder, file));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('makes a file for its owner alone, with secrets that no other installation has', async () => {
    await init('ieum.example.org');
    expect((await stat(path.join(folder, '.env'))).mode & 0o777).toBe(0o600);
    const first = await made();
    await rm(path.join(folder, '.env'));
    await init('ieum.example.org');
    const second = await made();
    for (const name of SECRETS) expect(first[name]).toMatch(/^[\da-f]{64}$/u);
    const all = [first, second].flatMap((each) => SECRETS.map((name) => each[name]));
    expect(new Set(all).size).toBe(2 * SECRETS.length);
  });

  it('leaves every other setting as the sample has it', async () => {
    await init('ieum.example.org');
    const sample = parseEnv(await readFile(path.join(folder, '.env.example'), 'utf8'));
    const secrets = Object.fromEntries(SECRETS.map((name) => [name, expect.any(String)]));
    expect(await made()).toEqual({ ...sample, DOMAIN: 'ieum.example.org', ...secrets });
  });

  it('never writes over what is there', async () => {
    await init();
    const before = await readFile(path.join(folder, '.env'), 'utf8');
    await expect(init('other.example.org')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/there already/u),
    });
    expect(await readFile(path.join(folder, '.env'), 'utf8')).toBe(before);
  });

  it('refuses what is no name of a machine', async () => {
    for (const name of ['https://example.org', 'a b', '$(id)', 'x\nJWT_SECRET=1']) {
      await expect(init(name)).rejects.toMatchObject({ code: 1 });
    }
    expect((await readdir(folder)).sort()).toEqual(['.env.example', 'ieum']);
  });
});
