import type { RequestName } from '@ieum/signaling-protocol';
import { DomainError } from '../common/domain-error';
import { type Limit, TokenBucket } from '../common/token-bucket';

/** Generous for people, tight for scripts: trickled candidates come in bursts, accepts do not. */
const LIMITS: Readonly<Record<RequestName, Limit>> = {
  'session:renew': { burst: 5, perSecond: 0.1 },
  'list:subscribe': { burst: 10, perSecond: 0.5 },
  'list:unsubscribe': { burst: 10, perSecond: 0.5 },
  'consult:accept': { burst: 10, perSecond: 1 },
  'waiting:watch': { burst: 10, perSecond: 0.5 },
  'room:join': { burst: 10, perSecond: 0.5 },
  'room:leave': { burst: 10, perSecond: 0.5 },
  'signal:description': { burst: 30, perSecond: 2 },
  'signal:candidate': { burst: 60, perSecond: 6 },
};

/** Requests that break the contract, together, before the socket is closed. */
const MALFORMED_LIMIT: Limit = { burst: 30, perSecond: 1 };

/** One token bucket per event and socket, made when first used. */
export class RateLimits {
  private readonly buckets = new Map<RequestName | 'malformed', TokenBucket>();

  /** @throws DomainError `request/rate-limited` with the wait in `retryAfterMs` */
  spend(name: RequestName, now: number): void {
    const retryAfterMs = this.bucket(name, LIMITS[name], now).take(now);
    if (retryAfterMs > 0) throw new DomainError('request/rate-limited', `Too many ${name} requests.`, { retryAfterMs });
  }

  /** Whether one more malformed or unknown request is still bearable. */
  bearsMalformed(now: number): boolean {
    return this.bucket('malformed', MALFORMED_LIMIT, now).take(now) === 0;
  }

  private bucket(name: RequestName | 'malformed', limit: Limit, now: number): TokenBucket {
    let bucket = this.buckets.get(name);
    if (!bucket) {
      bucket = new TokenBucket(limit, now);
      this.buckets.set(name, bucket);
    }
    return bucket;
  }
}
