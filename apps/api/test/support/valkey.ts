import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from '@ieum/turn-client/testing';

const PROGRAMS = ['valkey-server', 'redis-server'];

/** A throw-away Valkey (Debian has it as Redis) that can go and come back at the same address. */
export class TestValkey {
  private child: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  static async start(): Promise<TestValkey> {
    const valkey = new TestValkey(await freePort());
    await valkey.start();
    return valkey;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const program = PROGRAMS.map(find).find((file) => file !== undefined);
    if (!program) throw new Error('These tests need what Debian calls redis-server.');
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.child = spawn(program, settings, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    this.child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while (!said.includes('Ready to accept connections')) {
      if (!this.child.stdout) throw new Error('It cannot be heard.');
      await once(this.child.stdout, 'data');
    }
  }

  /** As when its machine dies. */
  async kill(): Promise<void> {
    if (!this.child) return;
    const ended = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await ended;
    this.child = undefined;
  }
}

function find(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
}
