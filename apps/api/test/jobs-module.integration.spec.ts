import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { DataSource } from 'typeorm';
import { DatabaseModule } from '../src/database/database.module';
import { openDatabase } from '../src/database/data-source';
import { Jobs } from '../src/jobs/jobs';
import { JobEvents, type JobOutcome } from '../src/jobs/job-events';
import { JobsModule } from '../src/jobs/jobs.module';
import { QUEUE } from './support/job-node';
import { makeDatabase } from './support/template-database';

/** A module that does jobs, as any of the product would. */
@Injectable()
class Doer implements OnModuleInit {
  readonly done: string[] = [];

  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.work(QUEUE, ({ data }) => Promise.resolve(void this.done.push(data.id ?? '')), { concurrency: 2 });
  }

  ask(id: string): Promise<boolean> {
    return this.jobs.enqueue(QUEUE, { id }, { key: id });
  }
}

@Module({ imports: [JobsModule], providers: [Doer] })
class DoerModule {}

describe('a module that does jobs', () => {
  let database: Awaited<ReturnType<typeof makeDatabase>>;
  let dataSource: DataSource;
  let app: NestFastifyApplication;
  let outcomes: JobOutcome[];
  beforeEach(async () => {
    database = await makeDatabase();
    dataSource = await openDatabase(database.url);
    const testing = Test.createTestingModule({ imports: [DatabaseModule.with(dataSource), DoerModule] });
    app = (await testing.compile()).createNestApplication<NestFastifyApplication>(new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    outcomes = [];
    app.get(JobEvents, { strict: false }).on('ended', (_queue, outcome) => outcomes.push(outcome));
  });
  afterEach(async () => {
    await app.close();
    await dataSource.destroy();
    await database.drop();
  });
  const ended = () =>
    new Promise<void>((resolve) => app.get(JobEvents, { strict: false }).once('ended', () => resolve()));

  it('begins once the application listens, with what was asked for before, and at once with what comes after', async () => {
    const doer = app.get(Doer, { strict: false });
    const [before, after] = [randomUUID(), randomUUID()];
    expect(await doer.ask(before)).toBe(true);
    expect(await dataSource.query('SELECT state FROM pgboss.job')).toEqual([{ state: 'created' }]);
    const first = ended();
    await app.listen(0, '127.0.0.1');
    await first;
    const [second, askedAt] = [ended(), performance.now()];
    await doer.ask(after);
    await second;
    // Far below the two seconds that a worker waits which nobody wakes.
    expect(performance.now() - askedAt).toBeLessThan(1_500);
    expect([doer.done, outcomes]).toEqual([
      [before, after],
      ['done', 'done'],
    ]);
  });

  it('ends with the application, also when that never listened', async () => {
    await app.close();
    expect(await dataSource.query(`SELECT to_regclass('pgboss.job') AS made`)).toEqual([{ made: null }]);
  });
});
