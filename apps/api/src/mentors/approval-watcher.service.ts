import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { MentorEvents } from './mentor-events';
import { MentorProfilesRepository } from './mentor-profiles.repository';

const EVERY_MS = 2000;
const LOOK_BACK_SECONDS = 30;

/** Notices approvals that the operator's command gave or took back in a process of its own. */
@Injectable()
export class ApprovalWatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ApprovalWatcher.name);
  private readonly seen = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: MentorProfilesRepository,
    private readonly events: MentorEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => {
        this.logger.warn('Approvals could not be looked up.', stackOf(error));
      });
    }, EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const changed = await this.repository.findApprovalsChangedWithin(LOOK_BACK_SECONDS);
    for (const { userId, changedAt } of changed) {
      if (this.seen.get(userId) === changedAt.getTime()) continue;
      this.seen.set(userId, changedAt.getTime());
      // Every node looks for itself.
      this.events.emit('profile-changed', { userId });
    }
  }
}
