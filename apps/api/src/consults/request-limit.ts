import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { DomainError } from '../common/domain-error';
import type { Limit } from '../common/token-bucket';

/**
 * How often one student may ask for help, and say how ready they are: mentors are told of both. And how many requests a
 * mentor may give up that they had accepted, before they accept another: each of them had somebody who waited.
 */
export abstract class RequestPolicy {
  abstract readonly perStudent: Limit;
  abstract readonly readiness: Limit;
  abstract readonly givenUp: Limit;
}

/**
 * Three requests at once, and three a minute in the long run; of device checks as many as a person makes; and five
 * requests given up at once, one in five minutes in the long run.
 */
export class DefaultRequestPolicy extends RequestPolicy {
  readonly perStudent = { burst: 3, perSecond: 3 / 60 };
  readonly readiness = { burst: 10, perSecond: 10 / 60 };
  readonly givenUp = { burst: 5, perSecond: 1 / 300 };
}

@Injectable()
export class RequestLimit {
  private readonly requests: SharedBuckets;
  private readonly readiness: SharedBuckets;
  private readonly givenUp: SharedBuckets;

  constructor(policy: RequestPolicy, cluster: Cluster) {
    this.requests = new SharedBuckets(cluster, 'requests:requests', policy.perStudent);
    this.readiness = new SharedBuckets(cluster, 'requests:readiness', policy.readiness);
    this.givenUp = new SharedBuckets(cluster, 'requests:given-up', policy.givenUp);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(studentId: string): void {
    take(this.requests, studentId, 'Too many requests for help: wait a moment.');
  }

  /** @throws DomainError `request/rate-limited` */
  spendReadiness(studentId: string): void {
    take(this.readiness, studentId, 'Too many device checks: wait a moment.');
  }

  /** A mentor gave up what they had accepted. */
  noteGivenUp(mentorId: string): void {
    this.givenUp.take(mentorId, performance.now());
  }

  /** @throws DomainError `request/rate-limited` when this mentor gave up too many */
  mayAccept(mentorId: string): void {
    refuseFor(this.givenUp.wait(mentorId, performance.now()), 'Too many accepted and given up: wait a while.');
  }
}

function take(buckets: SharedBuckets, studentId: string, message: string): void {
  refuseFor(buckets.take(studentId, performance.now()), message);
}

function refuseFor(retryAfterMs: number, message: string): void {
  if (retryAfterMs > 0) throw new DomainError('request/rate-limited', message, { retryAfterMs });
}
