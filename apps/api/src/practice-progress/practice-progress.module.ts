import { Module } from '@nestjs/common';
import { PracticeProgressController } from './practice-progress.controller';
import { PracticeProgressRepository } from './practice-progress.repository';
import { PracticeProgressService } from './practice-progress.service';
import { ProgressLimit } from './progress-limit';

@Module({
  controllers: [PracticeProgressController],
  providers: [PracticeProgressService, PracticeProgressRepository, ProgressLimit],
})
export class PracticeProgressModule {}
