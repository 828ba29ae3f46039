import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../common/error-code';
import { BadSetting } from '../config/config';
import type { PostgresRunner } from './postgres-runner';

export const DATABASE_USER = 'ieum';

/**
 * Makes the database's files, unless they are there. A folder without `PG_VERSION` was left half-made by a crash: it is
 * made anew.
 * @throws BadSetting when they cannot be made
 */
export async function ensureCluster(
  folder: string,
  initdb: string,
  password: string,
  runner: PostgresRunner,
): Promise<void> {
  if (await exists(join(folder, 'PG_VERSION'))) return;
  const passwordFile = `${folder}.password`;
  const { owner } = runner;
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (owner) for (const path of [folder, passwordFile]) await chown(path, owner.uid, owner.gid);
    const child = runner.start(initdb, [
      `--pgdata=${folder}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ]);
    const errors = lastWordsOf(child);
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(errors());
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new BadSetting(`The database could not be made in ${folder}: ${reasonOf(cause)}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** What a process has written to its stderr of late. */
export function lastWordsOf(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  });
  return () => words;
}

/** One line of why a program of PostgreSQL gave up: its own complaint rather than its advice. */
export function reasonOf(cause: unknown): string {
  const words = cause instanceof Error ? cause.message : String(cause);
  const lines = words.trim().split('\n');
  return (lines.findLast((line) => /FATAL|PANIC|error:/u.test(line)) ?? lines.at(-1)) || 'no reason was given.';
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
