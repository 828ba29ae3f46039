import { CALL_REPORTS_MAX } from '@ieum/signaling-protocol';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { ConsultEvents } from '../consults/consult-events';
import { isOpen } from '../consults/consult-status';
import { CallEvents } from './call-events';
import type { CallReport } from './call-report';
import { CallReportsRepository } from './call-reports.repository';

/** Reports are gathered for so long: one statement for many calls. */
const GATHER_MS = 1_000;
/** After a failure: the database has other things to do. */
const RETRY_MS = 10_000;
const BATCH_MAX = 500;
/** What waits for a database that is away; beyond that the oldest are dropped. */
const WAITING_MAX = 5_000;
/** With a reload or two. Whoever tells more has something else in mind, and takes nothing of the other side's. */
const MAX_PER_SIDE = 2 * CALL_REPORTS_MAX;

/** Reports on their way into the database, in batches. Bounded: a call never depends on them. */
@Injectable()
export class CallReportsOutbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CallReportsOutbox.name);
  private readonly waiting: CallReport[] = [];
  /** How many this node took of consults that are open, by side. */
  private readonly taken = new Map<string, Record<CallReport['side'], number>>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly repository: CallReportsRepository,
    private readonly events: CallEvents,
    private readonly consultEvents: ConsultEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.consultEvents.on('changed', ({ id, status }) => {
      if (!isOpen(status)) this.taken.delete(id);
    });
  }

  /** No socket is left then. What the database does not take now is lost. */
  async onApplicationShutdown(): Promise<void> {
    await this.writing;
    let taken = true;
    while (taken && this.waiting.length > 0) taken = await this.write();
    clearTimeout(this.timer);
  }

  add(report: CallReport): void {
    const taken = this.taken.get(report.consultId) ?? { student: 0, mentor: 0 };
    if (taken[report.side] >= MAX_PER_SIDE) return;
    taken[report.side] += 1;
    this.taken.set(report.consultId, taken);
    this.waiting.push(report);
    if (this.waiting.length > WAITING_MAX) this.waiting.splice(0, this.waiting.length - WAITING_MAX);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  private flush(): void {
    this.writing = this.write();
  }

  /** Whether the database took it. */
  private async write(): Promise<boolean> {
    clearTimeout(this.timer);
    const batch = this.waiting.splice(0, BATCH_MAX);
    try {
      const kept = batch.length > 0 ? await this.repository.insert(batch) : [];
      for (const report of kept) this.events.emit('reported', report);
      this.again(GATHER_MS);
      return true;
    } catch (error) {
      this.logger.warn('Reports of calls were not kept yet.', stackOf(error));
      this.waiting.unshift(...batch);
      this.again(RETRY_MS);
      return false;
    }
  }

  private again(afterMs: number): void {
    this.timer = this.waiting.length > 0 ? setTimeout(() => this.flush(), afterMs) : undefined;
  }
}
