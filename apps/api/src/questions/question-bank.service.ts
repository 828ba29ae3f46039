import {
  type AdminQuestion,
  type AdminQuestions,
  type AdminQuestionsQuery,
  type ChangeQuestionRequest,
  type ImportQuestionsRequest,
  type ImportQuestionsResponse,
  QUESTION_FILE_MAX_BYTES,
  type QuestionFileFormat,
  type QuestionInput,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { QuestionBankRepository } from './question-bank.repository';
import { readQuestionFile, writeQuestionFile } from './question-file';
import { type QuestionRecord, toAdminQuestion } from './question.record';
import { fileTooLarge, keyTaken, questionNotFound, staleQuestion } from './questions.errors';
import { QuestionsRepository } from './questions.repository';

/** As many as are in memory at a time while a file is written. */
const PAGE = 200;

/** What admins do with questions. */
@Injectable()
export class QuestionBankService {
  constructor(
    private readonly bank: QuestionBankRepository,
    private readonly questions: QuestionsRepository,
  ) {}

  async list({ cursor, limit, ...filter }: AdminQuestionsQuery): Promise<AdminQuestions> {
    const [found, total] = await Promise.all([this.bank.list(filter, limit + 1, cursor), this.bank.count(filter)]);
    const page = found.slice(0, limit);
    return {
      items: page.map(toAdminQuestion),
      total,
      nextCursor: found.length > limit ? (page.at(-1)?.key ?? null) : null,
    };
  }

  /** @throws DomainError `questions/not-found` */
  async get(id: string): Promise<AdminQuestion> {
    return known(await this.questions.find(id));
  }

  /** @throws DomainError `questions/key-taken` */
  async add(id: string, question: QuestionInput): Promise<AdminQuestion> {
    const added = await this.bank.insert(id, question);
    if (!added) throw keyTaken();
    return toAdminQuestion(added);
  }

  /** @throws DomainError `questions/stale-version`, `questions/not-found` */
  async change(id: string, change: ChangeQuestionRequest): Promise<AdminQuestion> {
    const changed = await this.bank.change(id, change);
    if (changed) return toAdminQuestion(changed);
    throw (await this.questions.find(id)) ? staleQuestion() : questionNotFound();
  }

  /** It is drawn no more. @throws DomainError `questions/not-found` */
  async retire(id: string): Promise<AdminQuestion> {
    return known(await this.bank.retire(id));
  }

  /** @throws DomainError `questions/not-found` */
  async restore(id: string): Promise<AdminQuestion> {
    return known(await this.bank.restore(id));
  }

  /** Those in use as a file, a piece at a time. */
  export(format: QuestionFileFormat): AsyncIterable<string> {
    return writeQuestionFile(format, this.pages());
  }

  /** All of a file or nothing. @throws DomainError `questions/bad-file`, `request/too-large` */
  async import({ format, text }: ImportQuestionsRequest, dryRun: boolean): Promise<ImportQuestionsResponse> {
    if (Buffer.byteLength(text) > QUESTION_FILE_MAX_BYTES) throw fileTooLarge();
    const questions = readQuestionFile(format, text);
    return dryRun ? this.bank.compare(questions) : this.bank.import(questions);
  }

  private async *pages(): AsyncGenerator<readonly QuestionRecord[]> {
    let after: string | undefined;
    for (;;) {
      const page: QuestionRecord[] = await this.bank.list({ retired: 'no' }, PAGE, after);
      yield page;
      after = page.at(-1)?.key;
      if (page.length < PAGE) return;
    }
  }
}

function known(record: QuestionRecord | undefined): AdminQuestion {
  if (!record) throw questionNotFound();
  return toAdminQuestion(record);
}
