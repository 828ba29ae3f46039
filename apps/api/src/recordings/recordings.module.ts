import { Module } from '@nestjs/common';
import { DoomedObjects } from './doomed-objects.service';
import { DefaultRecordingPolicy, RecordingLimit, RecordingPolicy } from './recording-policy';
import { RecordingsController } from './recordings.controller';
import { RecordingsRepository } from './recordings.repository';
import { RecordingsService } from './recordings.service';

@Module({
  controllers: [RecordingsController],
  providers: [
    RecordingsService,
    RecordingsRepository,
    RecordingLimit,
    DoomedObjects,
    { provide: RecordingPolicy, useClass: DefaultRecordingPolicy },
  ],
})
export class RecordingsModule {}
