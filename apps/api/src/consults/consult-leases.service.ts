import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { PresenceEvents } from '../presence/presence-events';
import { PresenceService } from '../presence/presence.service';
import { ConsultEvents } from './consult-events';
import { isOpen } from './consult-status';
import { ConsultsRepository } from './consults.repository';
import { LeasePolicy } from './lease-policy';
import { Throttle } from './throttle';

const RENEW_ARRIVED_EVERY_MS = 500;

/**
 * Keeps the leases of open consults: a connected owner renews them, and the moment the next one runs out is waited
 * for, not looked for. The accept checks the lease itself, so a consult that ran out can never be matched.
 */
@Injectable()
export class ConsultLeasesService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ConsultLeasesService.name);
  /** Owners who came back since the last renewal: a storm of reconnects makes one statement, not thousands. */
  private readonly arrived = new Set<string>();
  private readonly renewal = new Throttle(RENEW_ARRIVED_EVERY_MS, () => {
    this.guard(this.renew([...this.arrived]));
    this.arrived.clear();
  });
  private renewTimer: NodeJS.Timeout | undefined;
  private expiryTimer: NodeJS.Timeout | undefined;
  private expiryDueAt = 0;
  private stopped = false;

  constructor(
    private readonly repository: ConsultsRepository,
    private readonly presence: PresenceService,
    private readonly presenceEvents: PresenceEvents,
    private readonly consultEvents: ConsultEvents,
    private readonly policy: LeasePolicy,
  ) {}

  /** Owners could not renew while the server was away: they get the whole grace to come back. */
  async onApplicationBootstrap(): Promise<void> {
    await this.repository.extendAllLeases(this.policy.graceMs);
    this.presenceEvents.on('online', (userId) => {
      this.arrived.add(userId);
      this.renewal.call();
    });
    this.consultEvents.on('changed', (consult) => {
      if (isOpen(consult.status)) this.expireWithin(this.policy.graceMs);
    });
    this.renewTimer = setInterval(
      () => this.guard(this.renew(this.presence.onlineUserIds())),
      this.policy.renewEveryMs,
    );
    await this.expireDue();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    this.renewal.stop();
    clearInterval(this.renewTimer);
    clearTimeout(this.expiryTimer);
  }

  /** Closes what ran out, tells it, and waits for the next. */
  async expireDue(): Promise<void> {
    for (const consult of await this.repository.expireDue()) this.consultEvents.tell('changed', consult);
    const next = await this.repository.nextExpiryInMs();
    if (next !== undefined) this.expireWithin(Math.max(Math.ceil(next), 1));
  }

  private async renew(userIds: string[]): Promise<void> {
    if (userIds.length > 0) await this.repository.renewLeases(userIds, this.policy.graceMs);
  }

  /** Never later than what is due already. */
  private expireWithin(ms: number): void {
    const dueAt = performance.now() + ms;
    if (this.stopped || (this.expiryTimer && this.expiryDueAt <= dueAt)) return;
    clearTimeout(this.expiryTimer);
    this.expiryDueAt = dueAt;
    this.expiryTimer = setTimeout(() => {
      this.expiryTimer = undefined;
      this.guard(this.expireDue(), () => this.expireWithin(this.policy.renewEveryMs));
    }, ms);
  }

  /** A database that is away for a while must not end the server; the next round repairs what this one missed. */
  private guard(work: Promise<void>, onFailure?: () => void): void {
    work.catch((error: unknown) => {
      this.logger.error('Leases could not be kept this time.', stackOf(error));
      onFailure?.();
    });
  }
}
