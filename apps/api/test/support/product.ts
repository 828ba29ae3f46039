import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TestRequests } from './test-requests';

const BUILT = resolve(import.meta.dirname, '../../dist');

interface Settings {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: string;
}

/** The built product as its own process, as people start it. */
export class Product {
  private output = '';
  private errors = '';
  readonly ended: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  static start(dataDir: string, { args = [], env = {}, program = 'main.js' }: Settings = {}): Product {
    const file = join(BUILT, program);
    if (!existsSync(file)) throw new Error('The API is not built: run "npx nx build api" first.');
    const { PATH, HOME } = process.env;
    return new Product(
      spawn(process.execPath, [file, ...args], {
        cwd: tmpdir(),
        env: { PATH, HOME, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Waits for the line that says it is ready; returns a client for its address. */
  async ready(): Promise<TestRequests> {
    const said = () => /Ieum is ready at (\S+)/u.exec(this.output)?.[1];
    while (!said()) {
      const over = await Promise.race([
        this.child.stdout ? once(this.child.stdout, 'data').then(() => false) : true,
        this.ended.then(() => true),
      ]);
      if (over && !said()) throw new Error(`It ended before it was ready: ${this.errors}${this.output}`);
    }
    return new TestRequests(said()?.replace('localhost', '127.0.0.1') ?? '');
  }

  /** What it says and its exit code, once it ended. */
  async end(): Promise<{ code: number | null; errors: string; output: string }> {
    return { code: await this.ended, errors: this.errors, output: this.output };
  }

  /** Asks it to end and waits. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  get said(): string {
    return this.output + this.errors;
  }
}

/** An empty folder that the database's user may pass through. */
export async function makeFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ieum-product-'));
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A port that somebody else has, and how to free it. */
export async function occupyPort(): Promise<{ port: number; free: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('There was no port.');
  return {
    port: address.port,
    free: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
