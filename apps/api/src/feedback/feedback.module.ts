import { Module } from '@nestjs/common';
import { ConsultsModule } from '../consults/consults.module';
import { FeedbackController } from './feedback.controller';
import { FeedbackEvents } from './feedback-events';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackService } from './feedback.service';

@Module({
  imports: [ConsultsModule],
  controllers: [FeedbackController],
  providers: [FeedbackService, FeedbackRepository, FeedbackEvents],
  exports: [FeedbackService, FeedbackEvents],
})
export class FeedbackModule {}
