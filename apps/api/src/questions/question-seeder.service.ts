import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { QuestionBankRepository } from './question-bank.repository';
import { REVIEWED_QUESTIONS } from './reviewed-questions';

/** Brings the reviewed questions into the database before anybody is served. Nodes that start together do it twice: that is once. */
@Injectable()
export class QuestionSeeder implements OnApplicationBootstrap {
  private readonly logger = new Logger(QuestionSeeder.name);

  constructor(private readonly bank: QuestionBankRepository) {}

  async onApplicationBootstrap(): Promise<void> {
    const written = await this.bank.seed(REVIEWED_QUESTIONS);
    if (written > 0) this.logger.log(`${written} questions came with this version.`);
  }
}
