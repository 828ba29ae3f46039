import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import { KeyedBuckets, type Limit } from '../common/token-bucket';

/** How many requests for help one student may make. */
export abstract class RequestPolicy {
  abstract readonly perStudent: Limit;
}

/** Three at once, and three a minute in the long run. */
export class DefaultRequestPolicy extends RequestPolicy {
  readonly perStudent = { burst: 3, perSecond: 3 / 60 };
}

@Injectable()
export class RequestLimit {
  private readonly buckets: KeyedBuckets;

  constructor(policy: RequestPolicy) {
    this.buckets = new KeyedBuckets(policy.perStudent);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(studentId: string): void {
    const retryAfterMs = this.buckets.take(studentId, performance.now());
    if (retryAfterMs > 0) {
      throw new DomainError('request/rate-limited', 'Too many requests for help: wait a moment.', { retryAfterMs });
    }
  }
}
