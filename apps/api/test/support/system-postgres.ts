import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@ieum/turn-client/testing';
import { findPostgresOwner, type Owner } from '../../src/database/postgres-owner';

const INSTALLED = '/usr/lib/postgresql';

/** PostgreSQL servers that this system has installed (Debian's layout), which are not the embedded one. */
export function systemPostgresVersions(): string[] {
  if (!existsSync(INSTALLED)) return [];
  return readdirSync(INSTALLED).filter((version) => existsSync(join(INSTALLED, version, 'bin', 'initdb')));
}

/** A throw-away server of this system, which can die and come back at the same address. */
export class SystemPostgres {
  private readonly data: string;

  private constructor(
    private readonly version: string,
    private readonly folder: string,
    private readonly owner: Owner | undefined,
    private readonly port: number,
  ) {
    this.data = join(folder, 'data');
  }

  static async start(version: string): Promise<SystemPostgres> {
    const owner = await findPostgresOwner();
    const folder = mkdtempSync(join(tmpdir(), `ieum-pg${version}-`));
    chmodSync(folder, 0o711);
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const server = new SystemPostgres(version, folder, owner, await freePort());
    const settings = ['--username=ieum', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    server.run('initdb', `--pgdata=${server.data}`, ...settings);
    server.start();
    return server;
  }

  get url(): string {
    return `postgres://ieum@127.0.0.1:${this.port}/postgres`;
  }

  /** Waits until it is ready, after a crash until it has recovered. */
  start(): void {
    const options = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${this.folder} -c fsync=off`;
    this.run('pg_ctl', 'start', '--wait', `--pgdata=${this.data}`, `--options=${options}`, `--log=${this.folder}/log`);
  }

  /** All its processes end where they are: what is not in its log by then is lost. */
  crash(): void {
    this.run('pg_ctl', 'stop', '--wait', '--mode=immediate', `--pgdata=${this.data}`);
  }

  get isRunning(): boolean {
    const file = join(this.data, 'postmaster.pid');
    return existsSync(file) && readFileSync(file, 'utf8') !== '';
  }

  readonly drop = async (): Promise<void> => {
    if (this.isRunning) this.crash();
    await rm(this.folder, { recursive: true, force: true });
  };

  private run(program: string, ...args: string[]): void {
    const file = join(INSTALLED, this.version, 'bin', program);
    execFileSync(file, args, { ...this.owner, stdio: 'ignore', cwd: this.folder });
  }
}
