import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { MentorEvents } from '../mentors/mentor-events';
import { ConsultEvents } from './consult-events';
import { ConsultsRepository } from './consults.repository';

/** For what was accepted in the very moment in which the approval was taken back, and while the database was away. */
const LOOK_AGAIN_EVERY_MS = 10_000;

/**
 * Who loses their approval is with nobody any more who needs a mentor with one: their consult is closed, and its room
 * with it. Every node looks; each consult is closed by one of them.
 */
@Injectable()
export class ApprovalKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ApprovalKeeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: ConsultsRepository,
    private readonly mentors: MentorEvents,
    private readonly events: ConsultEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.mentors.on('profile-changed', () => this.look());
    this.timer = setInterval(() => this.look(), LOOK_AGAIN_EVERY_MS);
    this.look();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    this.close().catch((error: unknown) => {
      this.logger.error('Consults of mentors without approval were not closed.', stackOf(error));
    });
  }

  private async close(): Promise<void> {
    for (const consult of await this.repository.closeUnapproved()) this.events.tell('changed', consult);
  }
}
