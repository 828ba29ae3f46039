import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module';
import { RecordingsModule } from '../recordings/recordings.module';
import { QuestionSoundsController } from './question-sounds.controller';
import { QuestionSoundsRepository } from './question-sounds.repository';
import { QuestionSoundsService } from './question-sounds.service';

@Module({
  imports: [QuestionsModule, RecordingsModule],
  controllers: [QuestionSoundsController],
  providers: [QuestionSoundsService, QuestionSoundsRepository],
  exports: [QuestionSoundsService],
})
export class QuestionSoundsModule {}
