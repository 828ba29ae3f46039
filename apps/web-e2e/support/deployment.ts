import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { freePort } from '@ieum/turn-client/testing';

const ROOT = resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);
/** An engine's first build installs every package. */
const MINUTES = 60_000;

/** What `docker compose up -d` makes, with free ports, a name and secrets of its own. `COMPOSE_FILE` adds to it. */
export class Deployment {
  private constructor(
    readonly origin: string,
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async up(): Promise<Deployment> {
    const folder = await mkdtemp(join(tmpdir(), 'ieum-compose-'));
    for (const file of ['ieum', '.env.example']) await copyFile(join(ROOT, file), join(folder, file));
    await run('sh', [join(folder, 'ieum'), 'init', 'localhost']);
    const port = await freePort();
    const settings = {
      ...parseEnv(await readFile(join(folder, '.env'), 'utf8')),
      COMPOSE_PROJECT_NAME: `ieum-test-${process.pid}`,
      HTTP_PORT: String(port),
      HTTPS_PORT: String(await freePort()),
      TURN_PORT: String(await freePort()),
      TURN_TLS_PORT: String(await freePort()),
      // Above the ports that Linux hands out by itself.
      TURN_MIN_PORT: '61200',
      TURN_MAX_PORT: '61239',
    };
    const deployment = new Deployment(`http://localhost:${port}`, folder, settings);
    try {
      await deployment.compose('up', '-d', '--build');
    } catch (error) {
      await deployment.down();
      throw error;
    }
    return deployment;
  }

  get secrets(): readonly string[] {
    const names = ['JWT_SECRET', 'POSTGRES_PASSWORD', 'TURN_SECRET', 'BACKUP_KEY', 'S3_SECRET_ACCESS_KEY'];
    return names.map((name) => this.settings[name] ?? name);
  }

  /** @returns what it printed */
  async compose(...args: readonly string[]): Promise<string> {
    return this.#run('docker', ['compose', ...args]);
  }

  /** @returns what it printed */
  async ieum(...args: readonly string[]): Promise<string> {
    return this.#run('sh', [join(ROOT, 'ieum'), ...args]);
  }

  /** How each container of each service is: `healthy`, or what it is instead. */
  async health(): Promise<Readonly<Record<string, readonly string[]>>> {
    const names = ['api', 'caddy', 'coturn', 'postgres', 'valkey'];
    const states = names.map(async (name) => {
      const containers = await this.containersOf(name);
      const { stdout } = await run('docker', ['inspect', '-f', '{{.State.Health.Status}}', ...containers]);
      return [name, stdout.trim().split('\n')] as const;
    });
    return Object.fromEntries(await Promise.all(states));
  }

  async containersOf(service: string): Promise<readonly string[]> {
    return (await this.compose('ps', '-q', service)).trim().split('\n');
  }

  async approve(email: string): Promise<void> {
    await this.ieum('approve', email);
  }

  async down(): Promise<void> {
    // With what was started beside the rest.
    await this.compose('--profile', 'objects', 'down', '--volumes', '--remove-orphans');
    await rm(this.folder, { recursive: true, force: true });
  }

  async #run(program: string, args: readonly string[]): Promise<string> {
    // What is in the environment goes before a `.env` that somebody has for themselves.
    const env = { ...process.env, ...this.settings };
    const { stdout } = await run(program, args, { cwd: ROOT, env, timeout: 15 * MINUTES, maxBuffer: 2 ** 26 });
    return stdout;
  }
}
