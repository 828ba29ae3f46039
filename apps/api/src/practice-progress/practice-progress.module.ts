import { Module } from '@nestjs/common';
import { RecordingsModule } from '../recordings/recordings.module';
import { PracticeProgressController } from './practice-progress.controller';
import { PracticeProgressRepository } from './practice-progress.repository';
import { PracticeProgressService } from './practice-progress.service';

@Module({
  imports: [RecordingsModule],
  controllers: [PracticeProgressController],
  providers: [PracticeProgressService, PracticeProgressRepository],
})
export class PracticeProgressModule {}
