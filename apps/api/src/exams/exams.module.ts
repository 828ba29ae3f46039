import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module';
import { ExamLimit } from './exam-limit';
import { ExamsController } from './exams.controller';
import { ExamsRepository } from './exams.repository';
import { ExamsService } from './exams.service';

@Module({
  imports: [QuestionsModule],
  controllers: [ExamsController],
  providers: [ExamsService, ExamsRepository, ExamLimit],
})
export class ExamsModule {}
