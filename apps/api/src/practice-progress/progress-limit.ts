import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { DomainError } from '../common/domain-error';

/** Each look reads all that somebody has said in a year; nobody looks more often. */
const PER_USER = { burst: 30, perSecond: 1 / 2 };

@Injectable()
export class ProgressLimit {
  private readonly looks: SharedBuckets;

  constructor(cluster: Cluster) {
    this.looks = new SharedBuckets(cluster, 'practice-progress', PER_USER);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(userId: string): void {
    const retryAfterMs = this.looks.take(userId, performance.now());
    if (retryAfterMs > 0)
      throw new DomainError('request/rate-limited', 'Too many looks at progress.', { retryAfterMs });
  }
}
