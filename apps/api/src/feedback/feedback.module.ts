import { Module } from '@nestjs/common';
import { ConsultsModule } from '../consults/consults.module';
import { MentorsModule } from '../mentors/mentors.module';
import { FeedbackController } from './feedback.controller';
import { FeedbackEvents } from './feedback-events';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackService } from './feedback.service';

@Module({
  imports: [ConsultsModule, MentorsModule],
  controllers: [FeedbackController],
  providers: [FeedbackService, FeedbackRepository, FeedbackEvents],
  exports: [FeedbackService, FeedbackEvents],
})
export class FeedbackModule {}
