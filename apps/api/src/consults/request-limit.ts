import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { DomainError } from '../common/domain-error';
import type { Limit } from '../common/token-bucket';

/** How often one student may ask for help, and say how ready they are: mentors are told of both. */
export abstract class RequestPolicy {
  abstract readonly perStudent: Limit;
  abstract readonly readiness: Limit;
}

/** Three requests at once, and three a minute in the long run; of device checks as many as a person makes. */
export class DefaultRequestPolicy extends RequestPolicy {
  readonly perStudent = { burst: 3, perSecond: 3 / 60 };
  readonly readiness = { burst: 10, perSecond: 10 / 60 };
}

@Injectable()
export class RequestLimit {
  private readonly requests: SharedBuckets;
  private readonly readiness: SharedBuckets;

  constructor(policy: RequestPolicy, cluster: Cluster) {
    this.requests = new SharedBuckets(cluster, 'requests:requests', policy.perStudent);
    this.readiness = new SharedBuckets(cluster, 'requests:readiness', policy.readiness);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(studentId: string): void {
    take(this.requests, studentId, 'Too many requests for help: wait a moment.');
  }

  /** @throws DomainError `request/rate-limited` */
  spendReadiness(studentId: string): void {
    take(this.readiness, studentId, 'Too many device checks: wait a moment.');
  }
}

function take(buckets: SharedBuckets, studentId: string, message: string): void {
  const retryAfterMs = buckets.take(studentId, performance.now());
  if (retryAfterMs > 0) throw new DomainError('request/rate-limited', message, { retryAfterMs });
}
