import type { ReadyHealth } from '@ieum/api-contract';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import { HealthRepository } from './health.repository';
import { ServiceState } from './service-state';

@Injectable()
export class HealthService implements OnModuleDestroy {
  private leaving = false;

  constructor(
    private readonly repository: HealthRepository,
    private readonly state: ServiceState,
  ) {}

  /** The first that happens on the way out, so that a proxy sends nobody here any more. */
  onModuleDestroy(): void {
    this.leaving = true;
  }

  /** Rejects while the database does not answer. */
  async ready(): Promise<ReadyHealth> {
    if (this.leaving) throw new DomainError('server/unavailable', 'This node is on its way out.');
    await this.repository.ping();
    return { status: 'ok', degraded: [...this.state.degraded] };
  }
}
