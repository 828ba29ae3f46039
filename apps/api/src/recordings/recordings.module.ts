import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { QuestionsModule } from '../questions/questions.module';
import { DoomedObjectsRepository } from './doomed-objects.repository';
import { DoomedObjects } from './doomed-objects.service';
import { DefaultRecordingPolicy, RecordingLimit, RecordingPolicy } from './recording-policy';
import { RecordingsController } from './recordings.controller';
import { RecordingsRepository } from './recordings.repository';
import { RecordingsService } from './recordings.service';

@Module({
  imports: [JobsModule, QuestionsModule],
  controllers: [RecordingsController],
  providers: [
    RecordingsService,
    RecordingsRepository,
    RecordingLimit,
    DoomedObjects,
    DoomedObjectsRepository,
    { provide: RecordingPolicy, useClass: DefaultRecordingPolicy },
  ],
  exports: [RecordingsService, RecordingLimit],
})
export class RecordingsModule {}
