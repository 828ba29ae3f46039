import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import { KeyedBuckets, type Limit } from '../common/token-bucket';

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
  private readonly rooms: KeyedBuckets;
  private readonly checks: KeyedBuckets;

  constructor(policy: IceServersPolicy) {
    this.rooms = new KeyedBuckets(policy.forRooms);
    this.checks = new KeyedBuckets(policy.forChecks);
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

function take(buckets: KeyedBuckets, userId: string): void {
  const retryAfterMs = buckets.take(userId, performance.now());
  if (retryAfterMs > 0) {
    throw new DomainError('request/rate-limited', 'Too many requests for ICE servers: wait a moment.', {
      retryAfterMs,
    });
  }
}
