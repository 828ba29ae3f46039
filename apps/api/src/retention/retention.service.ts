import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock';
import { stackOf } from '../common/stack-of';
import { Config, type RetentionDays } from '../config/config';
import { RetentionRepository } from './retention.repository';

const DAY_MS = 24 * 3600 * 1000;
/** Nodes that start together do not come together. */
const FIRST_WITHIN_MS = 10 * 60 * 1000;
const JITTER_MS = 3600 * 1000;
/** Longer than any token works that was issued before. */
const ERASED_SESSIONS_MS = DAY_MS;

/** Long enough to look into a complaint. */
const CALL_REPORTS_MS = 30 * DAY_MS;
const AUDIT_MS = 2 * 365 * DAY_MS;
/** For so long a deleted script can be restored, as the page says. */
const DELETED_SCRIPTS_MS = 30 * DAY_MS;
/** A device that has not sent the rest for so long does not any more. */
const UNFINISHED_RECORDINGS_MS = 14 * DAY_MS;

/** An unsent draft of written feedback, and a request that was withdrawn, whose words went at once. */
const WRITTEN_DRAFTS_MS = 30 * DAY_MS;
const WITHDRAWN_FEEDBACK_MS = 30 * DAY_MS;

/** How many of each kind were taken away. */
type Swept = Readonly<
  Record<
    | keyof RetentionDays
    | 'documentUpdates'
    | 'practice'
    | 'scripts'
    | 'unfinishedRecordings'
    | 'withdrawnFeedback'
    | 'writtenDrafts'
    | 'callReports'
    | 'audit'
    | 'erasedSessions',
    number
  >
>;

/** Takes away what is of no use any more, soon after the start and once a day: what is not kept cannot leak. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RetentionService.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly repository: RetentionRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.runIn(Math.random() * FIRST_WITHIN_MS);
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** What was taken away; `undefined` while another node is at it. */
  async run(): Promise<Swept | undefined> {
    const swept = await this.repository.alone(() => this.sweep());
    if (swept) this.logger.log(`Taken away as too old: ${JSON.stringify(swept)}`);
    return swept;
  }

  private async sweep(): Promise<Swept> {
    const { retention } = this.config;
    const old = (what: keyof typeof retention): Promise<number> =>
      retention[what] === 0 ? Promise.resolve(0) : this.repository.sweep(what, this.before(retention[what] * DAY_MS));
    return {
      sessions: await old('sessions'),
      unmetRequests: await old('unmetRequests'),
      visits: await old('visits'),
      drafts: await old('drafts'),
      documents: await old('documents'),
      documentUpdates: await this.repository.sweepLeftUpdates(),
      practice: await this.repository.sweepLeftCards(),
      scripts: await this.repository.sweep('scripts', this.before(DELETED_SCRIPTS_MS)),
      unfinishedRecordings: await this.repository.sweep('unfinishedRecordings', this.before(UNFINISHED_RECORDINGS_MS)),
      withdrawnFeedback: await this.repository.sweep('withdrawnFeedback', this.before(WITHDRAWN_FEEDBACK_MS)),
      writtenDrafts: await this.repository.sweep('writtenDrafts', this.before(WRITTEN_DRAFTS_MS)),
      callReports: await this.repository.sweep('callReports', this.before(CALL_REPORTS_MS)),
      audit: await this.repository.sweep('audit', this.before(AUDIT_MS)),
      erasedSessions: await this.repository.sweep('erasedSessions', this.before(ERASED_SESSIONS_MS)),
    };
  }

  private before(ms: number): Date {
    return new Date(this.clock.now().getTime() - ms);
  }

  private runIn(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.run()
        .catch((error: unknown) => {
          this.logger.warn('Old things stay this time.', stackOf(error));
        })
        .finally(() => this.runIn(DAY_MS + (Math.random() - 0.5) * JITTER_MS));
    }, ms).unref();
  }
}
