import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { DomainError } from '../common/domain-error';

/** Everything about somebody is some work to read. */
const PER_USER = { burst: 5, perSecond: 1 / 120 };

@Injectable()
export class ExportLimit {
  private readonly exports: SharedBuckets;

  constructor(cluster: Cluster) {
    this.exports = new SharedBuckets(cluster, 'exports', PER_USER);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(userId: string): void {
    const retryAfterMs = this.exports.take(userId, performance.now());
    if (retryAfterMs > 0) throw new DomainError('request/rate-limited', 'Too many exports.', { retryAfterMs });
  }
}
