import { Injectable } from '@nestjs/common';
import { HealthRepository } from './health.repository';

@Injectable()
export class HealthService {
  constructor(private readonly repository: HealthRepository) {}

  /** Rejects while the database does not answer. */
  async mustBeReady(): Promise<void> {
    await this.repository.ping();
  }
}
