import { Module } from '@nestjs/common';
import { QuestionBankRepository } from './question-bank.repository';
import { QuestionBankService } from './question-bank.service';
import { QuestionSeeder } from './question-seeder.service';
import { QuestionsController } from './questions.controller';
import { QuestionsRepository } from './questions.repository';
import { QuestionsService } from './questions.service';

@Module({
  controllers: [QuestionsController],
  providers: [QuestionsService, QuestionsRepository, QuestionBankService, QuestionBankRepository, QuestionSeeder],
  exports: [QuestionsService, QuestionBankService],
})
export class QuestionsModule {}
