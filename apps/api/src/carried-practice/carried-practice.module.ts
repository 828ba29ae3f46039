import { Module } from '@nestjs/common';
import { ConsultsModule } from '../consults/consults.module';
import { MentorsModule } from '../mentors/mentors.module';
import { RecordingsModule } from '../recordings/recordings.module';
import { ScriptsModule } from '../scripts/scripts.module';
import { TranscriptsModule } from '../transcripts/transcripts.module';
import { CarriedPracticeController } from './carried-practice.controller';
import { CarriedPracticeRepository } from './carried-practice.repository';
import { CarriedPracticeService } from './carried-practice.service';
import { PracticeAccess } from './practice-access.service';
import { PracticeNoter } from './practice-noter.service';

@Module({
  imports: [ConsultsModule, MentorsModule, ScriptsModule, RecordingsModule, TranscriptsModule],
  controllers: [CarriedPracticeController],
  providers: [CarriedPracticeService, CarriedPracticeRepository, PracticeAccess, PracticeNoter],
})
export class CarriedPracticeModule {}
