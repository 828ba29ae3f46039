import { HttpAdapterHost } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { Database } from '../../src/database/database';
import { openDatabase } from '../../src/database/data-source';
import { JobEvents, type JobOutcome } from '../../src/jobs/job-events';
import type { JobHandler, JobQueue, WorkOptions } from '../../src/jobs/job-queue';
import { Jobs, JobsPolicy } from '../../src/jobs/jobs';
import { JobsRepository } from '../../src/jobs/jobs.repository';

const QUICK: JobsPolicy = { idleMs: 50, maintainSeconds: 1, dueMs: 60_000, againMs: 100, graceMs: 200 };

/** What jobs need of a node, without the rest of the API. */
export class JobNode {
  readonly outcomes: JobOutcome[] = [];

  private constructor(
    readonly jobs: Jobs,
    readonly repository: JobsRepository,
    private readonly events: JobEvents,
    private readonly host: HttpAdapterHost,
    private readonly dataSource: DataSource,
  ) {
    events.on('ended', (_queue, outcome) => this.outcomes.push(outcome));
  }

  static async open(url: string, policy: Partial<JobsPolicy> = {}): Promise<JobNode> {
    const dataSource = await openDatabase(url);
    const database = new Database(dataSource);
    const [repository, events, host] = [new JobsRepository(database), new JobEvents(), new HttpAdapterHost()];
    const jobs = new Jobs(database, repository, events, Object.assign(new JobsPolicy(), QUICK, policy), host);
    return new JobNode(jobs, repository, events, host, dataSource);
  }

  /** Works from now on, as an application that listens. */
  work(queue: JobQueue, handler: JobHandler, options: Partial<WorkOptions> = {}): this {
    this.jobs.work(queue, handler, { concurrency: 1, ...options });
    this.jobs.onApplicationBootstrap();
    this.host.listening = true;
    return this;
  }

  query<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query(sql, values);
  }

  /** The next try that this node ends. */
  ended(): Promise<JobOutcome> {
    return new Promise((resolve) => this.events.once('ended', (_queue, outcome) => resolve(outcome)));
  }

  /** As an application that is asked to end. */
  async close(): Promise<void> {
    await this.jobs.onModuleDestroy();
    await this.dataSource.destroy();
  }
}

/**
 * Writes what a job is about, once, however often it is done: what a writer has to be like.
 * @returns whether it was this one that wrote
 */
export async function writeOnce(node: JobNode, id: string): Promise<boolean> {
  const rows = await node.query<{ id: string }[]>(
    'UPDATE effects SET written = written + 1 WHERE id = $1 AND written = 0 RETURNING id',
    [id],
  );
  // TypeORM gives the rows of an UPDATE with their number.
  return (rows[0]?.length ?? 0) > 0;
}

export const EFFECTS = 'CREATE TABLE effects (id uuid PRIMARY KEY, written integer NOT NULL DEFAULT 0)';

export const QUEUE: JobQueue = { name: 'test-queue', retryLimit: 3, retryDelaySeconds: 1, expireInSeconds: 60 };
