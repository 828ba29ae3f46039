import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));
const GRACE_MS = 10_000;
const ANSWER_WITHIN_MS = 120_000;

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** A Node process on one core which answers questions about itself. */
export class PinnedProcess {
  #child;
  #pending = new Map();
  #nextId = 0;
  #log = [];

  constructor(core, script, { env = {}, nodeOptions = [] } = {}) {
    const node = [process.execPath, '--expose-gc', '--import', CHILD, ...nodeOptions, script];
    const [command, ...args] = canPin ? ['taskset', '-c', String(core), ...node] : node;
    this.#child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        this.#log = [...this.#log, text].slice(-50);
      });
    }
    this.#child.on('message', (message) => this.#settle(message));
    this.#child.once('exit', (code, signal) =>
      this.#fail(new Error(`${script} ended (${signal ?? code}).\n${this.log}`)),
    );
    this.#child.once('error', (error) => this.#fail(error));
  }

  get log() {
    return this.#log.join('');
  }

  get isRunning() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Asks the process and returns its answer. */
  ask(name, value) {
    if (!this.isRunning) return Promise.reject(new Error(`The process asked for ${name} is over.\n${this.log}`));
    this.#nextId += 1;
    const id = this.#nextId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new Error(`No answer to ${name} within ${ANSWER_WITHIN_MS} ms.\n${this.log}`));
      }, ANSWER_WITHIN_MS);
      this.#pending.set(id, { resolve, reject, timer });
      this.#child.send({ id, name, value });
    });
  }

  /** The CPU time, in microseconds, that the process spends while `work` is done, and how long that takes. */
  async measure(work) {
    const before = await this.ask('usage');
    const startedAt = performance.now();
    const result = await work();
    const elapsedMs = performance.now() - startedAt;
    const after = await this.ask('usage');
    return { result, elapsedMs, cpuMicros: after.user + after.system - before.user - before.system };
  }

  async stop() {
    if (!this.isRunning) return;
    const over = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), GRACE_MS);
    await over;
    clearTimeout(timer);
  }

  #settle({ id, result, failure }) {
    const waiting = this.#pending.get(id);
    if (!waiting) return;
    this.#pending.delete(id);
    clearTimeout(waiting.timer);
    if (failure === undefined) waiting.resolve(result);
    else waiting.reject(new Error(failure));
  }

  #fail(error) {
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#pending.clear();
  }
}
