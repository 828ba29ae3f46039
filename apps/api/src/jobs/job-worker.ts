import { Logger } from '@nestjs/common';
import type PgBoss from 'pg-boss';
import { stackOf } from '../common/stack-of';
import type { JobEvents, JobOutcome } from './job-events';
import { JobData, type JobHandler, type JobQueue } from './job-queue';
import type { JobsRepository, JobTry } from './jobs.repository';

interface Parts {
  readonly queue: JobQueue;
  readonly handler: JobHandler;
  readonly concurrency: number;
  readonly boss: PgBoss;
  readonly repository: JobsRepository;
  readonly events: JobEvents;
  /** How long it waits where there was nothing to do. */
  readonly idleMs: number;
}

type Stop = 'returned' | 'cancelled' | 'expired';

interface Running {
  readonly key: string | null;
  readonly stop: (why: Stop) => void;
}

/** Takes jobs of one queue, so many at once. */
export class JobWorker {
  private readonly logger = new Logger(JobWorker.name);
  private readonly running = new Set<Running>();
  private readonly sleepers = new Set<() => void>();
  private loops: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(private readonly parts: Parts) {}

  start(): void {
    this.loops = Promise.all(Array.from({ length: this.parts.concurrency }, () => this.loop()));
  }

  /** There is something to do. */
  wake(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  /** Ends what is being done for a key here. What it does on another node finds nothing to write to. */
  cancel(key: string): void {
    for (const each of this.running) if (each.key === key) each.stop('cancelled');
  }

  /** Takes nothing more; what is not done after `graceMs` goes back into the queue. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    this.wake();
    const timer = setTimeout(() => {
      for (const each of this.running) each.stop('returned');
    }, graceMs);
    await this.loops;
    clearTimeout(timer);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const job = await this.fetch();
      // Taken while this node began to end: nobody has begun it.
      if (job && this.stopping) await this.giveBack(job);
      else if (job) await this.run(job);
      else await this.idle();
    }
  }

  private async fetch(): Promise<PgBoss.JobWithMetadata<unknown> | undefined> {
    // Where the database is away, pg-boss says that there is nothing.
    const [job] = await this.parts.boss.fetch<unknown>(this.parts.queue.name, { includeMetadata: true });
    return job;
  }

  private async idle(): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      // Nodes do not come together.
      const timer = setTimeout(wake, this.parts.idleMs * (0.8 + Math.random() * 0.4));
      this.sleepers.add(wake);
    });
  }

  private async run(job: PgBoss.JobWithMetadata<unknown>): Promise<void> {
    const startedAt = performance.now();
    const { queue, events } = this.parts;
    const { id, retryCount } = job;
    const outcome = await this.settle({ queue: queue.name, id, retryCount }, job).catch((error: unknown) => {
      // It stays taken until it expires; then it is done once more.
      this.logger.warn(`How a job of ${queue.name} went could not be written.`, stackOf(error));
      return 'returned' as const;
    });
    events.emit('ended', queue.name, outcome, performance.now() - startedAt);
  }

  private async giveBack({ name, id, retryCount }: PgBoss.JobWithMetadata<unknown>): Promise<void> {
    await this.parts.repository.giveBack({ queue: name, id, retryCount }).catch((error: unknown) => {
      this.logger.warn(`A job of ${name} waits until it expires.`, stackOf(error));
    });
  }

  private async settle(taken: JobTry, job: PgBoss.JobWithMetadata<unknown>): Promise<JobOutcome> {
    const { repository, queue } = this.parts;
    const isLastTry = job.retryCount >= job.retryLimit;
    try {
      const stopped = await this.handle(job, isLastTry);
      if (stopped === 'cancelled') return 'cancelled';
      if (stopped === 'returned') {
        await repository.giveBack(taken);
        return 'returned';
      }
    } catch (error) {
      const isFinal = isLastTry || has(error, 'retryable', false);
      this.logger.warn(`A job of ${queue.name} failed${isFinal ? '' : ', and is tried again'}.`, stackOf(error));
      await repository.fail(taken, isFinal, afterMsOf(error));
      return isFinal ? 'failed' : 'retried';
    }
    await repository.complete(taken);
    return 'done';
  }

  /** Resolves when it is done, or was stopped from outside. @throws what the handler throws, or that it took too long */
  private async handle(job: PgBoss.JobWithMetadata<unknown>, isLastTry: boolean): Promise<Stop | undefined> {
    const controller = new AbortController();
    let stop: (why: Stop) => void = () => undefined;
    const ended = new Promise<Stop>((resolve) => {
      stop = (why) => {
        resolve(why);
        controller.abort(new JobStopped(why));
      };
    });
    const running: Running = { key: job.singletonKey, stop };
    this.running.add(running);
    const timer = setTimeout(() => stop('expired'), job.expireInSeconds * 1000);
    try {
      const work = this.parts.handler({ data: JobData.parse(job.data), signal: controller.signal, isLastTry });
      work.catch((error: unknown) => {
        if (controller.signal.aborted) this.logger.debug('A job that was stopped failed afterwards.', stackOf(error));
      });
      const why = await Promise.race([work.then(() => undefined), ended]);
      if (why === 'expired') throw new JobStopped(why);
      return why;
    } catch (error) {
      const { reason } = controller.signal as { reason: unknown };
      if (reason instanceof JobStopped && reason.why !== 'expired') return reason.why;
      throw error;
    } finally {
      clearTimeout(timer);
      this.running.delete(running);
    }
  }
}

/** What a handler's signal ends with. */
class JobStopped extends Error {
  constructor(readonly why: Stop) {
    super(`The job was stopped: ${why}.`);
    this.name = 'JobStopped';
  }
}

const has = (error: unknown, name: string, value: unknown): boolean =>
  typeof error === 'object' && error !== null && name in error && (error as Record<string, unknown>)[name] === value;

function afterMsOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('retryAfterMs' in error)) return 0;
  return typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0;
}
