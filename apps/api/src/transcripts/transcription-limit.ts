import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import type { Limit } from '../common/token-bucket';
import { askedTooOften } from './transcripts.errors';

const DAY_SECONDS = 24 * 60 * 60;

/** How often one user may have text made of a recording: whoever makes it may want money for it. */
export abstract class TranscriptionPolicy {
  abstract readonly asks: Limit;
}

/** As many as recordings within a day, and half as many again for those that are tried anew. */
export class DefaultTranscriptionPolicy extends TranscriptionPolicy {
  readonly asks = { burst: 150, perSecond: 150 / DAY_SECONDS };
}

/** Counts what one user asks for, over all nodes. */
@Injectable()
export class TranscriptionLimit {
  private readonly asks: SharedBuckets;

  constructor(policy: TranscriptionPolicy, cluster: Cluster) {
    this.asks = new SharedBuckets(cluster, 'transcripts:asks', policy.asks);
  }

  /** @throws DomainError `transcripts/quota-reached` */
  spend(userId: string): void {
    const retryAfterMs = this.asks.take(userId, performance.now());
    if (retryAfterMs > 0) throw askedTooOften(retryAfterMs);
  }
}
