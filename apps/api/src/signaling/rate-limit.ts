import type { ErrorCode, RequestName } from '@ieum/signaling-protocol';
import { DomainError } from '../common/domain-error';
import { type Limit, TokenBucket } from '../common/token-bucket';

/** Generous for people, tight for scripts: trickled candidates come in bursts, accepts do not. */
const LIMITS: Readonly<Record<RequestName, Limit>> = {
  'session:renew': { burst: 5, perSecond: 0.1 },
  'list:subscribe': { burst: 10, perSecond: 0.5 },
  'list:unsubscribe': { burst: 10, perSecond: 0.5 },
  'consult:accept': { burst: 10, perSecond: 1 },
  'waiting:watch': { burst: 10, perSecond: 0.5 },
  'waiting:offer': { burst: 5, perSecond: 0.1 },
  'room:join': { burst: 10, perSecond: 0.5 },
  'room:leave': { burst: 10, perSecond: 0.5 },
  'signal:description': { burst: 30, perSecond: 2 },
  'signal:candidate': { burst: 60, perSecond: 6 },
  'signal:renew': { burst: 10, perSecond: 0.5 },
  'document:frame': { burst: 60, perSecond: 20 },
  'call:report': { burst: 30, perSecond: 0.5 },
};

/** Refusals, by their kind, that a socket may earn before it is closed: a person's page earns next to none. */
const REFUSAL_LIMITS = {
  malformed: { burst: 30, perSecond: 1 },
  flood: { burst: 300, perSecond: 20 },
} as const satisfies Record<string, Limit>;
type Refusal = keyof typeof REFUSAL_LIMITS;

const REFUSAL_OF: Readonly<Partial<Record<ErrorCode, Refusal>>> = {
  'request/invalid': 'malformed',
  'request/unknown-event': 'malformed',
  'request/rate-limited': 'flood',
};

/** One token bucket per event and socket, made when first used. */
export class RateLimits {
  private readonly buckets = new Map<RequestName | Refusal, TokenBucket>();

  /** @throws DomainError `request/rate-limited` with the wait in `retryAfterMs` */
  spend(name: RequestName, now: number): void {
    const retryAfterMs = this.bucket(name, LIMITS[name], now).take(now);
    if (retryAfterMs > 0) throw new DomainError('request/rate-limited', `Too many ${name} requests.`, { retryAfterMs });
  }

  /** Whether a socket may go on after one more refusal with this code. */
  bears(code: ErrorCode, now: number): boolean {
    const refusal = REFUSAL_OF[code];
    return refusal === undefined || this.bucket(refusal, REFUSAL_LIMITS[refusal], now).take(now) === 0;
  }

  private bucket(name: RequestName | Refusal, limit: Limit, now: number): TokenBucket {
    let bucket = this.buckets.get(name);
    if (!bucket) {
      bucket = new TokenBucket(limit, now);
      this.buckets.set(name, bucket);
    }
    return bucket;
  }
}
