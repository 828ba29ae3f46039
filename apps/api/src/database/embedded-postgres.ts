import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { BadSetting } from '../config/config';
import { findPostgresBinaries } from './postgres-binaries';
import { DATABASE_USER, ensureCluster, lastWordsOf, reasonOf } from './postgres-cluster';
import { findPostgresRunner } from './postgres-runner';
import { endOrphan, findPostmaster } from './postmaster';

const READY = 'database system is ready to accept connections';
const START_WITHIN_MS = 60_000;

/** How often, and after how long a pause, a server that died is started again. */
const RESTART_PAUSES_MS = [0, 1_000, 5_000, 15_000, 60_000];

interface Options {
  readonly dataDir: string;
  readonly password: string;
  /** `name=value` server settings. */
  readonly settings?: readonly string[];
}

/** A PostgreSQL server of our own on a loopback port, its files in `DATA_DIR/postgres`. Should it die, it is restarted. */
export class EmbeddedPostgres {
  private readonly logger = new Logger(EmbeddedPostgres.name);
  private restarting: Promise<void> | undefined;
  private stopping = false;

  private constructor(
    private child: ChildProcess,
    private readonly launch: () => Promise<ChildProcess>,
    readonly url: string,
  ) {
    this.watch();
  }

  /** @throws BadSetting when the folder or the platform does not allow it */
  static async start({ dataDir, password, settings = [] }: Options): Promise<EmbeddedPostgres> {
    const folder = folderIn(dataDir);
    await mkdir(dataDir, { recursive: true });
    const binaries = await findPostgresBinaries();
    const runner = await findPostgresRunner(resolve(dataDir), binaries.postgres);
    await endOrphan(folder);
    await ensureCluster(folder, binaries.initdb, password, runner);
    const port = await freePort();
    const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', ...settings];
    const args = ['-D', folder, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])];
    const launch = () => untilReady(runner.start(binaries.postgres, args), folder);
    return new EmbeddedPostgres(await launch(), launch, urlOf(port, password));
  }

  /** Where the server that is running on this data folder is reached, if one is. */
  static async findRunning(dataDir: string, password: string): Promise<string | undefined> {
    const running = await findPostmaster(folderIn(dataDir));
    return running && urlOf(running.port, password);
  }

  /** Ends the server after its clients are told (`fast` shutdown), and waits until it is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.restarting;
    if (isOver(this.child)) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGINT');
    await exited;
  }

  private watch(): void {
    this.child.once('exit', () => {
      if (!this.stopping) this.restarting = this.restart();
    });
  }

  private async restart(): Promise<void> {
    for (const pause of RESTART_PAUSES_MS) {
      await wait(pause, undefined, { ref: false });
      if (this.stopping) return;
      this.logger.error('The database server ended by itself: it is started again.');
      try {
        this.child = await this.launch();
        this.watch();
        return;
      } catch (error) {
        this.logger.error(error instanceof Error ? error.message : String(error));
      }
    }
    this.logger.fatal('The database server does not start any more: look at its files, then restart Ieum.');
  }
}

function folderIn(dataDir: string): string {
  return resolve(dataDir, 'postgres');
}

function urlOf(port: number, password: string): string {
  return `postgres://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function untilReady(child: ChildProcess, folder: string): Promise<ChildProcess> {
  const errors = lastWordsOf(child);
  const deadline = new AbortController();
  try {
    await Promise.race([
      new Promise<void>((ready) => child.stderr?.on('data', () => errors().includes(READY) && ready())),
      once(child, 'exit').then(() => Promise.reject(new Error(errors()))),
      wait(START_WITHIN_MS, undefined, { signal: deadline.signal }).then(() =>
        Promise.reject(new Error('it did not answer in time.')),
      ),
    ]);
    return child;
  } catch (cause) {
    child.kill('SIGINT');
    throw new BadSetting(`The database in ${folder} did not start: ${reasonOf(cause)}`, { cause });
  } finally {
    deadline.abort();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('The probe got no port.');
  return address.port;
}
