import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { RecordingsModule } from '../recordings/recordings.module';
import { TranscriptionModule } from '../transcription/transcription.module';
import { TranscriptMaker } from './transcript-maker.service';
import { DefaultTranscriptionPolicy, TranscriptionLimit, TranscriptionPolicy } from './transcription-limit';
import { TranscriptsController } from './transcripts.controller';
import { TranscriptsRepository } from './transcripts.repository';
import { TranscriptsService } from './transcripts.service';

@Module({
  imports: [JobsModule, RecordingsModule, TranscriptionModule],
  controllers: [TranscriptsController],
  providers: [
    TranscriptsService,
    TranscriptsRepository,
    TranscriptMaker,
    TranscriptionLimit,
    { provide: TranscriptionPolicy, useClass: DefaultTranscriptionPolicy },
  ],
  exports: [TranscriptsService],
})
export class TranscriptsModule {}
