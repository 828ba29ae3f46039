import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@ieum/turn-client/testing';

const BUILT = resolve(import.meta.dirname, '../../api/dist');
const MAIN = join(BUILT, 'main.js');
const APPROVE = join(BUILT, 'cli/approve-mentor.js');
const MAKE_ADMIN = join(BUILT, 'cli/make-admin.js');

const run = promisify(execFile);

/** The whole product as `npm start` runs it, on a free port and a folder of its own. */
export class IeumServer {
  /** Names the folder of a server that nobody has used yet, for others to start from: without it each makes a database. */
  private static readonly PREPARED = 'E2E_PREPARED_DATA';

  private child: ChildProcess | undefined;

  private constructor(
    readonly origin: string,
    private readonly port: number,
    private readonly dataDir: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<IeumServer> {
    const port = await freePort();
    const dataDir = await mkdtemp(join(tmpdir(), 'ieum-e2e-'));
    const prepared = process.env[IeumServer.PREPARED];
    if (prepared) await run('cp', ['-a', `${prepared}/.`, dataDir]);
    const server = new IeumServer(`http://localhost:${port}`, port, dataDir, settings);
    await server.up();
    return server;
  }

  /** Before all tests: what every server of theirs begins with. Gives what to do after them. */
  static async prepare(): Promise<() => Promise<void>> {
    const server = await IeumServer.start();
    await server.end('SIGTERM');
    process.env[IeumServer.PREPARED] = server.dataDir;
    return () => server.stop();
  }

  /** What Prometheus would read; the server was started with `METRICS_PORT`. */
  async metrics(): Promise<string> {
    return (await fetch(`http://127.0.0.1:${this.settings['METRICS_PORT']}/metrics`)).text();
  }

  /** Starts the process and waits until it says that it is ready. */
  async up(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let printed = '';
    await new Promise<void>((ready, failed) => {
      const read = (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes(this.origin.replace('http://', ''))) ready();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => failed(new Error(`The server ended with ${code} before it was ready:\n${printed}`)));
    });
  }

  /** Lets a mentor meet minors and give counselling, as its operator would. */
  async approve(email: string): Promise<void> {
    await run(process.execPath, [APPROVE, email], { env: this.environment });
  }

  /** Opens the admin page to somebody, as its operator would. */
  async makeAdmin(email: string): Promise<void> {
    await run(process.execPath, [MAKE_ADMIN, email], { env: this.environment });
  }

  /** Ends the process as a crash would; the database goes with it. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, PORT: String(this.port), DATA_DIR: this.dataDir, LOG_LEVEL: 'warn', ...this.settings };
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}
