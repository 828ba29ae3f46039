import { Module } from '@nestjs/common';
import { ApprovalWatcher } from './approval-watcher.service';
import { MentorEvents } from './mentor-events';
import { MentorProfilesRepository } from './mentor-profiles.repository';
import { MentorsController } from './mentors.controller';
import { MentorsService } from './mentors.service';

@Module({
  controllers: [MentorsController],
  providers: [MentorsService, ApprovalWatcher, MentorProfilesRepository, MentorEvents],
  exports: [MentorsService, MentorEvents],
})
export class MentorsModule {}
