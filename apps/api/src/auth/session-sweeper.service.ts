import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { SessionsRepository } from './sessions.repository';

const EVERY_MS = 6 * 3600 * 1000;

/** Takes away sessions and tokens that nobody can use any more: what is not kept cannot leak. */
@Injectable()
export class SessionSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SessionSweeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly repository: SessionsRepository) {}

  onApplicationBootstrap(): void {
    this.sweep();
    this.timer = setInterval(() => this.sweep(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private sweep(): void {
    this.repository.sweep().catch((error: unknown) => {
      this.logger.warn('Old sessions could not be swept this time.', stackOf(error));
    });
  }
}
