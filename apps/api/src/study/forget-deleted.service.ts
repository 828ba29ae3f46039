import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { FeedbackEvents } from '../feedback/feedback-events';
import { StudyService } from './study.service';

/** A deleted feedback takes along how far its student was with it. */
@Injectable()
export class ForgetDeleted implements OnApplicationBootstrap {
  private readonly logger = new Logger(ForgetDeleted.name);

  constructor(
    private readonly study: StudyService,
    private readonly events: FeedbackEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.events.own.on('changed', (_userId, { consultId, feedback }) => {
      if (!feedback) this.forget(consultId);
    });
  }

  /** When it fails, boxes and times are left that nobody is shown: what was practised is gone already. */
  private forget(consultId: string): void {
    this.study.forget(consultId).catch((error: unknown) => {
      this.logger.warn('Cards of a deleted feedback stay.', stackOf(error));
    });
  }
}
