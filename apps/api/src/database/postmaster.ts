import { execFile } from 'node:child_process';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errorCode } from '../common/error-code';
import { BadSetting } from '../config/config';

const GONE_WITHIN_MS = 60_000;

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The PostgreSQL server that runs on this folder now; a file left by one that was killed does not count. */
export async function findPostmaster(folder: string): Promise<Postmaster | undefined> {
  const noted = await readPidFile(folder);
  return noted && (await runsOn(noted.pid, folder)) ? noted : undefined;
}

/**
 * Ends a server that outlived a killed Ieum: it is ours and holds the files. A note of one that is gone is taken away,
 * because its number may be another program's by now and would keep PostgreSQL from starting.
 * Only for who holds the lock of the data folder.
 */
export async function endOrphan(folder: string): Promise<void> {
  const orphan = await findPostmaster(folder);
  if (!orphan) {
    await rm(join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  try {
    process.kill(orphan.pid, 'SIGINT');
  } catch (error) {
    // It has ended since.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
  const deadline = performance.now() + GONE_WITHIN_MS;
  while (await runsOn(orphan.pid, folder)) {
    if (performance.now() > deadline)
      throw new BadSetting(`An old database server (process ${orphan.pid}) does not end.`);
    await wait(50);
  }
}

/** `postmaster.pid`: process id in line 1, port in line 4 (PostgreSQL, `miscadmin.h`). */
async function readPidFile(folder: string): Promise<Postmaster | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 1 ? { pid, port } : undefined;
}

/** Whether this process is a PostgreSQL server that was started on this folder. */
async function runsOn(pid: number, folder: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') {
      // Unlike `cwd` and `exe`, this may be read of another user's process without CAP_SYS_PTRACE (proc(5)).
      const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
      const startedOn = args[args.indexOf('-D') + 1];
      return args.includes('-D') && startedOn !== undefined && (await realpath(startedOn)) === (await realpath(folder));
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)]);
    return stdout.includes(folder);
  } catch (error) {
    // `ps` ends with 1, and /proc has no such entry, when there is no such process; one that ends meanwhile cannot be read.
    if (isMissing(error) || errorCode(error) === 'ESRCH') return false;
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 1) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT' || errorCode(error) === 'EACCES';
}
