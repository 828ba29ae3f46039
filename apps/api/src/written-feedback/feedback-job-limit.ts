import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { tooManyRequests } from './written-feedback.errors';

/** Each claim shows what a student wrote: nobody reads through all that wait by claiming and releasing. */
const CLAIMS = { burst: 30, perSecond: 1 / 60 };
/** The page saves once a second at most while somebody types; after a while without a network, no more. */
const SAVES = { burst: 60, perSecond: 2 };

/** Counts what one mentor asks of requests for written feedback, over all nodes. */
@Injectable()
export class FeedbackJobLimit {
  private readonly claims: SharedBuckets;
  private readonly saves: SharedBuckets;

  constructor(cluster: Cluster) {
    this.claims = new SharedBuckets(cluster, 'written-feedback:claims', CLAIMS);
    this.saves = new SharedBuckets(cluster, 'written-feedback:saves', SAVES);
  }

  /** @throws DomainError `request/rate-limited` */
  spendClaim(userId: string): void {
    refuseFor(this.claims.take(userId, performance.now()));
  }

  /** @throws DomainError `request/rate-limited` */
  spendSave(userId: string): void {
    refuseFor(this.saves.take(userId, performance.now()));
  }
}

function refuseFor(retryAfterMs: number): void {
  if (retryAfterMs > 0) throw tooManyRequests(retryAfterMs);
}
