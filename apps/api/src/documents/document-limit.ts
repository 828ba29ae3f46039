import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { DomainError } from '../common/domain-error';
import type { Limit } from '../common/token-bucket';

/** How often one user may write to documents, read them, and send what is no update. */
export abstract class DocumentPolicy {
  abstract readonly writes: Limit;
  abstract readonly reads: Limit;
  abstract readonly refusals: Limit;
}

/** A tab saves once in three seconds at most; a good one never sends what is refused, which can cost seconds of work. */
export class DefaultDocumentPolicy extends DocumentPolicy {
  readonly writes = { burst: 30, perSecond: 0.5 };
  readonly reads = { burst: 30, perSecond: 0.5 };
  readonly refusals = { burst: 5, perSecond: 5 / 600 };
}

@Injectable()
export class DocumentLimit {
  private readonly writes: SharedBuckets;
  private readonly reads: SharedBuckets;
  private readonly refusals: SharedBuckets;

  constructor(policy: DocumentPolicy, cluster: Cluster) {
    this.writes = new SharedBuckets(cluster, 'documents:writes', policy.writes);
    this.reads = new SharedBuckets(cluster, 'documents:reads', policy.reads);
    this.refusals = new SharedBuckets(cluster, 'documents:refusals', policy.refusals);
  }

  /**
   * Does a write of this user and counts it, and once more when it is refused as no update.
   * @throws DomainError `request/rate-limited`, also for who had too many refused
   */
  async write<T>(userId: string, work: () => Promise<T>): Promise<T> {
    const now = performance.now();
    refuseFor(Math.max(this.refusals.wait(userId, now), this.writes.take(userId, now)));
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'documents/malformed') {
        this.refusals.take(userId, performance.now());
      }
      throw error;
    }
  }

  /** @throws DomainError `request/rate-limited` */
  spendRead(userId: string): void {
    refuseFor(this.reads.take(userId, performance.now()));
  }
}

function refuseFor(retryAfterMs: number): void {
  if (retryAfterMs > 0)
    throw new DomainError('request/rate-limited', 'Too many requests for documents.', { retryAfterMs });
}
