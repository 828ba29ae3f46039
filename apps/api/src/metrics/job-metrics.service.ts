import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { JobEvents } from '../jobs/job-events';
import { Jobs } from '../jobs/jobs';
import { Metrics } from './metrics';

/** From at once to as long as any may take. */
const JOB_SECONDS = [0.1, 0.5, 1, 5, 15, 30, 60, 120, 300, 900];

/** What is done after the answer was given. */
@Injectable()
export class JobMetrics implements OnApplicationBootstrap {
  private readonly logger = new Logger(JobMetrics.name);

  constructor(
    private readonly metrics: Metrics,
    private readonly jobs: Jobs,
    private readonly events: JobEvents,
  ) {}

  onApplicationBootstrap(): void {
    const read = () => this.read();
    this.metrics.gauge({
      name: 'ieum_jobs',
      help: 'Jobs that wait, are being done, or were given up within a week: the same on every node.',
      labelNames: ['queue', 'state'],
      async collect() {
        this.reset();
        for (const { queue, state, count } of await read()) this.set({ queue, state }, count);
      },
    });
    const seconds = this.metrics.histogram({
      name: 'ieum_job_seconds',
      help: 'How long jobs took that this node did, by how they went.',
      labelNames: ['queue', 'outcome'],
      buckets: JOB_SECONDS,
    });
    this.events.on('ended', (queue, outcome, ms) => seconds.observe({ queue, outcome }, ms / 1000));
  }

  /** A database that is away is told by other figures. */
  private async read() {
    try {
      return await this.jobs.counts();
    } catch (error) {
      this.logger.debug('Jobs could not be counted.', stackOf(error));
      return [];
    }
  }
}
