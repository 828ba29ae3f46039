import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, stat } from 'node:fs/promises';
import { BadSetting } from '../config/config';
import { findPostgresOwner, type Owner } from './postgres-owner';

/** Starts PostgreSQL's programs as whom they are willing to run. */
export interface PostgresRunner {
  /** `undefined`: as ourselves. */
  readonly owner: Owner | undefined;
  start(program: string, args: readonly string[]): ChildProcess;
}

/**
 * As ourselves; as root, which PostgreSQL refuses, as its own user, who is let through the data folder. Where that user may not pass through the folders
 * on the way (a checkout in /root), it gets the right to look into folders (`CAP_DAC_READ_SEARCH`, capabilities(7)),
 * which is less than root had.
 * @throws BadSetting when none of this is possible
 */
export async function findPostgresRunner(dataDir: string, program: string): Promise<PostgresRunner> {
  const owner = await findPostgresOwner();
  if (!owner) return { owner, start: (program, args) => launch(program, args) };
  await letThrough(dataDir, owner);
  const paths = [dataDir, program];
  if (await mayReach(owner, paths)) return { owner, start: (program, args) => launch(program, args, owner) };
  const capability = '+dac_read_search';
  const prefix = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
    // Without it access(2) would forget the right, and initdb not find its own server.
    '--securebits=+no_setuid_fixup',
  ];
  if (!(await succeeds('setpriv', [...prefix, 'test', '-e', dataDir]))) {
    throw new BadSetting(
      `As root the database runs as the user "postgres", who cannot reach ${paths.join(' and ')}: ` +
        'start Ieum as another user, or from a folder that is open to others.',
    );
  }
  return { owner, start: (program, args) => launch('setpriv', [...prefix, program, ...args]) };
}

function launch(program: string, args: readonly string[], owner?: Owner): ChildProcess {
  return spawn(program, args, {
    ...owner,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    // A Ctrl-C in the terminal is ours to handle: the database ends after the last query.
    detached: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
}

/** A data folder that root keeps to itself is opened to the group of the server's user, and to nobody else. */
async function letThrough(dataDir: string, owner: Owner): Promise<void> {
  const { mode, uid } = await stat(dataDir);
  const openToOthers = (mode & 0o001) !== 0;
  if (openToOthers || uid !== 0) return;
  await chown(dataDir, uid, owner.gid);
  await chmod(dataDir, (mode & 0o777) | 0o010);
}

async function mayReach(owner: Owner, paths: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(paths.map((path) => succeeds('test', ['-x', path], owner)));
  return answers.every(Boolean);
}

/** Whether the program is there, runs, and says yes. */
function succeeds(program: string, args: readonly string[], owner?: Owner): Promise<boolean> {
  return new Promise((resolve) => {
    spawn(program, args, { ...owner, cwd: '/', stdio: 'ignore' })
      .once('error', () => resolve(false))
      .once('exit', (code) => resolve(code === 0));
  });
}
