import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BadSetting } from '../config/config';

const run = promisify(execFile);

/** Whom the database server runs as. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root: then it runs as the system's user `postgres`, made if it is missing.
 * `undefined` for everybody else: it runs as we do.
 * @throws BadSetting when the user cannot be made
 */
export async function findPostgresOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return await idsOf('postgres');
  } catch {
    return makeOwner();
  }
}

async function makeOwner(): Promise<Owner> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return await idsOf('postgres');
  } catch (cause) {
    throw new BadSetting(
      'The database cannot run as root and no user "postgres" could be made: start as another user.',
      {
        cause,
      },
    );
  }
}

async function idsOf(user: string): Promise<Owner> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)),
  );
  if (uid === undefined || gid === undefined) throw new Error('id printed no number.');
  return { uid, gid };
}
