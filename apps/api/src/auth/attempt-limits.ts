import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import { KeyedBuckets, type Limit } from '../common/token-bucket';

/** How often somebody may try to get in. */
export abstract class AttemptPolicy {
  /** Tries for one e-mail from one address: an attacker elsewhere cannot lock its owner out. */
  abstract readonly perAccount: Limit;
  /** Tries from one address; a whole school may share it. */
  abstract readonly perAddress: Limit;
}

export class DefaultAttemptPolicy extends AttemptPolicy {
  readonly perAccount = { burst: 10, perSecond: 1 / 30 };
  readonly perAddress = { burst: 200, perSecond: 2 };
}

@Injectable()
export class AttemptLimits {
  private readonly accounts: KeyedBuckets;
  private readonly addresses: KeyedBuckets;

  constructor(policy: AttemptPolicy) {
    this.accounts = new KeyedBuckets(policy.perAccount);
    this.addresses = new KeyedBuckets(policy.perAddress);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(ip: string, email: string): void {
    const address = networkOf(ip);
    const now = performance.now();
    const retryAfterMs = Math.max(this.addresses.take(address, now), this.accounts.take(`${address} ${email}`, now));
    if (retryAfterMs > 0) {
      throw new DomainError('request/rate-limited', 'Too many tries: wait a moment.', { retryAfterMs });
    }
  }
}

/** One household or school: the address, and of IPv6 the /64 that one is given whole (RFC 6177). */
function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const zeros = ip.includes('::') ? Array<string>(8 - groups.length - last.length).fill('0') : [];
  return [...groups, ...zeros, ...last].slice(0, 4).join(':');
}
