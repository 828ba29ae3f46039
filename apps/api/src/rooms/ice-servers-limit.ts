import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { DomainError } from '../common/domain-error';
import type { Limit } from '../common/token-bucket';

/** How often one user may ask for ICE servers, and with them for credentials of the relay. */
export abstract class IceServersPolicy {
  abstract readonly forRooms: Limit;
  abstract readonly forChecks: Limit;
}

export class DefaultIceServersPolicy extends IceServersPolicy {
  readonly forRooms = { burst: 60, perSecond: 60 / 600 };
  readonly forChecks = { burst: 12, perSecond: 12 / 600 };
}

@Injectable()
export class IceServersLimit {
  private readonly rooms: SharedBuckets;
  private readonly checks: SharedBuckets;

  constructor(policy: IceServersPolicy, cluster: Cluster) {
    this.rooms = new SharedBuckets(cluster, 'ice:rooms', policy.forRooms);
    this.checks = new SharedBuckets(cluster, 'ice:checks', policy.forChecks);
  }

  /** @throws DomainError `request/rate-limited` */
  spendForRoom(userId: string): void {
    take(this.rooms, userId);
  }

  /** @throws DomainError `request/rate-limited` */
  spendForCheck(userId: string): void {
    take(this.checks, userId);
  }
}

function take(buckets: SharedBuckets, userId: string): void {
  const retryAfterMs = buckets.take(userId, performance.now());
  if (retryAfterMs > 0) {
    throw new DomainError('request/rate-limited', 'Too many requests for ICE servers: wait a moment.', {
      retryAfterMs,
    });
  }
}
