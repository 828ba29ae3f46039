import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgresOwner } from '../../src/database/postgres-owner';

const INSTALLED = '/usr/lib/postgresql';

/** PostgreSQL servers that this system has installed (Debian's layout), which are not the embedded one. */
export function systemPostgresVersions(): string[] {
  if (!existsSync(INSTALLED)) return [];
  return readdirSync(INSTALLED).filter((version) => existsSync(join(INSTALLED, version, 'bin', 'initdb')));
}

/** A throw-away server on a Unix socket. */
export async function startSystemPostgres(version: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const owner = await findPostgresOwner();
  const folder = mkdtempSync(join(tmpdir(), `ieum-pg${version}-`));
  chmodSync(folder, 0o711);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(INSTALLED, version, 'bin', program), args, { ...owner, stdio: 'ignore', cwd: folder });
  const data = join(folder, 'data');
  run('initdb', `--pgdata=${data}`, '--username=ieum', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync');
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  run('pg_ctl', 'start', '--wait', `--pgdata=${data}`, `--options=${options}`, `--log=${join(folder, 'log')}`);
  return {
    url: `postgres://ieum@localhost/postgres?host=${encodeURIComponent(folder)}`,
    drop: async () => {
      run('pg_ctl', 'stop', '--wait', '--mode=fast', `--pgdata=${data}`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
