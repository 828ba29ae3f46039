import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { MAX_PER_DAY } from './claim-policy';
import { tooManyToday } from './written-feedback.errors';

/** Requests are counted a day by their rows. Those that were deleted meanwhile count here: nobody asks on and on that way. */
const ASKS = { burst: 2 * MAX_PER_DAY, perSecond: (2 * MAX_PER_DAY) / 86_400 };

/** Counts what one student has asked for, deleted or not, over all nodes. */
@Injectable()
export class FeedbackAskLimit {
  private readonly asks: SharedBuckets;

  constructor(cluster: Cluster) {
    this.asks = new SharedBuckets(cluster, 'written-feedback:asks', ASKS);
  }

  /** @throws DomainError `written-feedback/too-many-today` */
  mayAsk(studentId: string): void {
    if (this.asks.wait(studentId, performance.now()) > 0) throw tooManyToday();
  }

  noteAsked(studentId: string): void {
    this.asks.take(studentId, performance.now());
  }
}
