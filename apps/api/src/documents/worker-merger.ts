import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { OnApplicationShutdown } from '@nestjs/common';
import { errorCode } from '../common/error-code';
import { Semaphore } from '../common/semaphore';
import { DocumentMerger, type MergeFailure, type MergeResult, type ReadResult } from './document-merger';

export interface WorkerMergerOptions {
  /** How long one merge may take, once its thread is ready. */
  readonly watchdogMs?: number;
  /** How many merges may be under way or wait; one more is refused as `busy`. */
  readonly maxWaiting?: number;
  /** The thread's program. */
  readonly program?: URL;
}

interface Task {
  readonly added?: Uint8Array | undefined;
  readonly erased?: readonly string[];
  readonly read?: true;
}

interface Failed {
  readonly failure: MergeFailure;
}

/** The built one lies beside main.js under the same name (vite.config.ts). */
const PROGRAM = new URL('./merge-worker.js', import.meta.url);
const WATCHDOG_MS = 2000;
const MAX_WAITING = 32;
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };
const TOO_SLOW: Failed = { failure: 'too-slow' };

/**
 * Merges in one worker thread, one after the other. The thread starts with the first merge; when the watchdog has ended
 * it, or it ended by itself, the next merge gets a new one.
 */
export class WorkerMerger extends DocumentMerger implements OnApplicationShutdown {
  private readonly turns = new Semaphore(1);
  private readonly watchdogMs: number;
  private readonly maxWaiting: number;
  private readonly program: URL;
  private waiting = 0;
  private thread: Worker | undefined;
  private closed = false;

  constructor({ watchdogMs = WATCHDOG_MS, maxWaiting = MAX_WAITING, program = PROGRAM }: WorkerMergerOptions = {}) {
    super();
    this.watchdogMs = watchdogMs;
    this.maxWaiting = maxWaiting;
    this.program = program;
  }

  /** @throws Error when the thread cannot start, or cannot read what is kept */
  merge(kept: readonly Uint8Array[], added?: Uint8Array): Promise<MergeResult> {
    return this.ask(kept, { added });
  }

  /** @throws Error when the thread cannot start, or cannot read what is kept */
  erase(kept: readonly Uint8Array[], names: readonly string[]): Promise<MergeResult> {
    return this.ask(kept, { erased: names });
  }

  /** @throws Error when the thread cannot start, or cannot read what is kept */
  read(kept: readonly Uint8Array[]): Promise<ReadResult> {
    return this.ask(kept, { read: true });
  }

  private async ask<Result>(kept: readonly Uint8Array[], task: Task): Promise<Result | Failed> {
    if (this.waiting >= this.maxWaiting) return { failure: 'busy' };
    this.waiting += 1;
    try {
      return await this.turns.run(() =>
        this.closed ? Promise.resolve({ failure: 'busy' } as const) : this.run<Result>(kept, task),
      );
    } finally {
      this.waiting -= 1;
    }
  }

  /** Ends the thread. A merge that is under way fails, and those that wait are refused. */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.thread?.terminate();
  }

  private async run<Result>(kept: readonly Uint8Array[], { added, ...task }: Task): Promise<Result | Failed> {
    const thread = this.thread ?? (await this.start());
    const answer = answerOf<Result>(thread, this.watchdogMs);
    // Copies, handed over: what the database gave may share its memory with other answers of it.
    const message = {
      kept: kept.map((bytes) => new Uint8Array(bytes)),
      added: added && new Uint8Array(added),
      ...task,
    };
    const buffers = [...message.kept, ...(message.added ? [message.added] : [])].map(({ buffer }) => buffer);
    thread.postMessage(message, buffers);
    const result = await answer;
    if (result === TOO_SLOW) await thread.terminate();
    return result;
  }

  /** A thread that has loaded its program. */
  private async start(): Promise<Worker> {
    const thread = new Worker(this.program, { name: 'documents', env: {}, resourceLimits: MEMORY });
    this.thread = thread;
    thread.unref();
    // Whoever waits for the thread gets its errors; one that nobody waits for is replaced with the next merge.
    thread.on('error', () => this.forget(thread));
    thread.on('exit', () => this.forget(thread));
    await Promise.race([once(thread, 'message'), once(thread, 'exit').then(ended)]);
    return thread;
  }

  private forget(thread: Worker): void {
    if (this.thread === thread) this.thread = undefined;
  }
}

/** The next thing the thread says, or that it took too long. @throws what ended the thread */
async function answerOf<Result>(thread: Worker, withinMs: number): Promise<Result | Failed> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    return await Promise.race([
      once(thread, 'message', { signal }).then(([result]) => result as Result),
      once(thread, 'exit', { signal }).then(ended),
      wait(withinMs, TOO_SLOW, { signal }),
    ]);
  } catch (error) {
    // An update that takes more memory than a thread gets is of the same kind as one that takes more time.
    if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') return TOO_SLOW;
    throw error;
  } finally {
    settled.abort();
  }
}

function ended(): never {
  throw new Error('The thread that merges documents has ended.');
}
