import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { tooManyExams } from './exams.errors';

/** Nobody sits more of them; each is some rows that are kept. */
const PER_USER = { burst: 20, perSecond: 1 / 600 };

@Injectable()
export class ExamLimit {
  private readonly starts: SharedBuckets;

  constructor(cluster: Cluster) {
    this.starts = new SharedBuckets(cluster, 'exams', PER_USER);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(userId: string): void {
    const retryAfterMs = this.starts.take(userId, performance.now());
    if (retryAfterMs > 0) throw tooManyExams(retryAfterMs);
  }
}
