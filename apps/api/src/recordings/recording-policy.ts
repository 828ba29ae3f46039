import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import type { Limit } from '../common/token-bucket';
import { tooManyRequests } from './recordings.errors';

/** How much one user may record and keep. */
export abstract class RecordingPolicy {
  abstract readonly perDay: number;
  abstract readonly bytesPerDay: number;
  abstract readonly bytesInAll: number;
  abstract readonly writes: Limit;
  abstract readonly reads: Limit;
}

const MIB = 1024 * 1024;

/** An exam is 15 answers of some minutes; a minute of Opus has about a quarter of a MiB. */
export class DefaultRecordingPolicy extends RecordingPolicy {
  readonly perDay = 100;
  readonly bytesPerDay = 300 * MIB;
  readonly bytesInAll = 2048 * MIB;
  /** After an hour without a network its slices come at once. */
  readonly writes = { burst: 120, perSecond: 4 };
  readonly reads = { burst: 60, perSecond: 2 };
}

/** Counts what one user asks of recordings, over all nodes. */
@Injectable()
export class RecordingLimit {
  private readonly writes: SharedBuckets;
  private readonly reads: SharedBuckets;

  constructor(policy: RecordingPolicy, cluster: Cluster) {
    this.writes = new SharedBuckets(cluster, 'recordings:writes', policy.writes);
    this.reads = new SharedBuckets(cluster, 'recordings:reads', policy.reads);
  }

  /** @throws DomainError `request/rate-limited` */
  spendWrite(userId: string): void {
    refuseFor(this.writes.take(userId, performance.now()));
  }

  /** @throws DomainError `request/rate-limited` */
  spendRead(userId: string): void {
    refuseFor(this.reads.take(userId, performance.now()));
  }
}

function refuseFor(retryAfterMs: number): void {
  if (retryAfterMs > 0) throw tooManyRequests(retryAfterMs);
}
