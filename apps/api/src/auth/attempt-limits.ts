import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import { DomainError } from '../common/domain-error';
import type { Limit } from '../common/token-bucket';
import { JwtSecret } from '../config/jwt-secret';
import { SessionEvents } from './session-events';

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
  private readonly accounts: SharedBuckets;
  private readonly addresses: SharedBuckets;

  constructor(
    policy: AttemptPolicy,
    cluster: Cluster,
    private readonly events: SessionEvents,
    private readonly secret: JwtSecret,
  ) {
    this.accounts = new SharedBuckets(cluster, 'attempts:accounts', policy.perAccount);
    this.addresses = new SharedBuckets(cluster, 'attempts:addresses', policy.perAddress);
  }

  /** @throws DomainError `request/rate-limited` */
  spend(ip: string, email: string): void {
    const address = networkOf(ip);
    const now = performance.now();
    const retryAfterMs = Math.max(
      this.addresses.take(this.keyOf(address), now),
      this.accounts.take(this.keyOf(`${address} ${email}`), now),
    );
    if (retryAfterMs > 0) {
      this.events.emit('refused', 'rate-limited');
      throw new DomainError('request/rate-limited', 'Too many tries: wait a moment.', { retryAfterMs });
    }
  }

  /** Nodes tell each other these: neither address nor e-mail leaves this one. */
  private keyOf(words: string): string {
    return createHmac('sha256', this.secret.value).update(`attempts ${words}`).digest('base64url');
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
