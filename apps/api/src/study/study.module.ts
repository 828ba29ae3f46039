import { Module } from '@nestjs/common';
import { FeedbackModule } from '../feedback/feedback.module';
import { ForgetDeleted } from './forget-deleted.service';
import { StudyController } from './study.controller';
import { StudyRepository } from './study.repository';
import { StudyService } from './study.service';

@Module({
  imports: [FeedbackModule],
  controllers: [StudyController],
  providers: [StudyService, StudyRepository, ForgetDeleted],
})
export class StudyModule {}
