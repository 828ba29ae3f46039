import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type PgBoss from 'pg-boss';
import { stackOf } from '../common/stack-of';
import { Database } from '../database/database';
import { JobEvents } from './job-events';
import { JobData, type JobHandler, type JobQueue, type WorkOptions } from './job-queue';
import { JobWorker } from './job-worker';
import { type JobCount, JobsRepository } from './jobs.repository';
import { declareQueue, openBoss } from './open-boss';

/** How patient jobs are; tests are less. */
export class JobsPolicy {
  /** How long a worker waits where there was nothing to do; what this node asks for begins at once. */
  readonly idleMs: number = 2_000;
  readonly maintainSeconds: number = 30;
  /** How often what is due is looked for. */
  readonly dueMs: number = 5 * 60_000;
  /** After a start that failed. */
  readonly againMs: number = 5_000;
  /** How long a node that ends waits for what it has begun. */
  readonly graceMs: number = 5_000;
}

interface Work extends WorkOptions {
  readonly queue: JobQueue;
  readonly handler: JobHandler;
}

/** Work that is done after the answer was given, by whichever node, and again when it fails. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Jobs.name);
  private readonly works: Work[] = [];
  private readonly workers: JobWorker[] = [];
  private readonly declared = new Map<string, Promise<void>>();
  private boss: PgBoss | undefined;
  private opening: Promise<PgBoss> | undefined;
  private starting: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly repository: JobsRepository,
    private readonly events: JobEvents,
    private readonly policy: JobsPolicy,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Who does the jobs of a queue: said before the application listens, on every node. */
  work(queue: JobQueue, handler: JobHandler, options: WorkOptions): void {
    this.works.push({ ...options, queue, handler });
  }

  /**
   * Asks for a job. Of one key one waits: asked for again meanwhile, there is still one. One that is being done already does not
   * count, since what it read may be old.
   * @returns whether one was added
   */
  async enqueue(queue: JobQueue, data: JobData, { key }: { readonly key: string }): Promise<boolean> {
    const ids = JobData.parse(data);
    const boss = await this.open(queue);
    if (await this.repository.isToBeRetried(queue.name, key)) return false;
    const id = await boss.send(queue.name, ids, { singletonKey: key });
    this.works.forEach((work, n) => work.queue.name === queue.name && this.workers[n]?.wake());
    return id !== null;
  }

  /** Nobody begins it any more, and who does it here stops. @returns whether there was one */
  async cancel(queue: JobQueue, key: string): Promise<boolean> {
    await this.open(queue);
    const found = await this.repository.cancel(queue.name, key);
    for (const worker of this.workers) worker.cancel(key);
    return found;
  }

  /** Cancels it in every queue and leaves no row of it, for an erasure. */
  async erase(key: string): Promise<void> {
    if (await this.repository.hasTables()) await this.repository.erase(key);
    for (const worker of this.workers) worker.cancel(key);
  }

  /** How many there are, in all queues and on all nodes; none before anybody asked for one. */
  async counts(): Promise<readonly JobCount[]> {
    return this.boss ? this.repository.counts() : [];
  }

  /** After the server listens: nobody waits for it. */
  onApplicationBootstrap(): void {
    this.host.listen$.subscribe(() => {
      this.starting ??= this.start();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.starting;
    await Promise.all(this.workers.map((worker) => worker.stop(this.policy.graceMs)));
    await this.boss?.stop({ graceful: false });
  }

  /** Never rejects: where the database is away it tries again. */
  private async start(): Promise<void> {
    if (this.stopped || this.works.length === 0) return;
    try {
      for (const { queue } of this.works) await this.open(queue);
    } catch (error) {
      this.logger.warn('Jobs cannot be done yet.', stackOf(error));
      this.later(() => this.start(), this.policy.againMs);
      return;
    }
    const boss = await this.openBoss();
    for (const { queue, handler, concurrency } of this.works) {
      const { repository, events } = this;
      const worker = new JobWorker({
        queue,
        handler,
        concurrency,
        boss,
        repository,
        events,
        idleMs: this.policy.idleMs,
      });
      this.workers.push(worker);
      worker.start();
    }
    await this.addDue();
  }

  private async addDue(): Promise<void> {
    for (const { queue, due } of this.works) {
      try {
        const jobs = (await due?.()) ?? [];
        const known = await this.repository.known(
          queue.name,
          jobs.map(({ key }) => key),
        );
        for (const { key, data } of jobs) if (!known.has(key)) await this.enqueue(queue, data, { key });
      } catch (error) {
        this.logger.warn(`What is due of ${queue.name} was not found.`, stackOf(error));
      }
    }
    this.later(() => this.addDue(), this.policy.dueMs);
  }

  private later(work: () => Promise<void>, ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.starting = work();
    }, ms);
  }

  private async open(queue: JobQueue): Promise<PgBoss> {
    const boss = await this.openBoss();
    let declared = this.declared.get(queue.name);
    if (!declared) {
      declared = declareQueue(this.database, boss, queue);
      this.declared.set(queue.name, declared);
      declared.catch(() => this.declared.delete(queue.name));
    }
    await declared;
    return boss;
  }

  private async openBoss(): Promise<PgBoss> {
    this.opening ??= openBoss(this.database, {
      maintainSeconds: this.policy.maintainSeconds,
      onError: (error) => this.logger.warn('Jobs were not looked after this time.', stackOf(error)),
    });
    try {
      return (this.boss = await this.opening);
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }
}
