import { Module } from '@nestjs/common';
import { MentorsModule } from '../mentors/mentors.module';
import { RecordingsModule } from '../recordings/recordings.module';
import { ScriptsModule } from '../scripts/scripts.module';
import { TranscriptsModule } from '../transcripts/transcripts.module';
import { UsersModule } from '../users/users.module';
import { FeedbackAskLimit } from './feedback-ask-limit';
import { FeedbackJobLimit } from './feedback-job-limit';
import { FeedbackJobsController } from './feedback-jobs.controller';
import { FeedbackJobsRepository } from './feedback-jobs.repository';
import { FeedbackJobsService } from './feedback-jobs.service';
import { JobPractice } from './job-practice.service';
import { WrittenFeedbackController } from './written-feedback.controller';
import { WrittenFeedbackRepository } from './written-feedback.repository';
import { WrittenFeedbackService } from './written-feedback.service';

@Module({
  imports: [UsersModule, MentorsModule, ScriptsModule, RecordingsModule, TranscriptsModule],
  controllers: [WrittenFeedbackController, FeedbackJobsController],
  providers: [
    WrittenFeedbackService,
    WrittenFeedbackRepository,
    FeedbackAskLimit,
    FeedbackJobsService,
    FeedbackJobsRepository,
    FeedbackJobLimit,
    JobPractice,
  ],
})
export class WrittenFeedbackModule {}
