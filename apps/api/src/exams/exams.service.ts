import { type Exam, type ExamListQuery, type ExamListResponse, levelAfter, type LevelChoice } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../common/page-cursor';
import type { DomainError } from '../common/domain-error';
import { noSurvey } from '../questions/questions.errors';
import { QuestionsService } from '../questions/questions.service';
import { ExamLimit } from './exam-limit';
import { type ExamRecord, stepOf, toExam, toSummary } from './exam.record';
import { anotherOpen, examNotFound, examOver, noListensLeft, notNow } from './exams.errors';
import { ExamsRepository } from './exams.repository';

/** Whole exams in one go: only forwards, and against the server's clock. */
@Injectable()
export class ExamsService {
  constructor(
    private readonly repository: ExamsRepository,
    private readonly questions: QuestionsService,
    private readonly limit: ExamLimit,
  ) {}

  async list(userId: string, { cursor, limit }: ExamListQuery): Promise<ExamListResponse> {
    const found = await this.repository.list(userId, limit, cursor ? decodeCursor(cursor) : undefined);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const nextCursor =
      last && found.length > page.length ? encodeCursor({ createdAt: last.startedAt, id: last.id }) : null;
    return { items: page.map(toSummary), nextCursor };
  }

  /** Starting twice with the same id is starting once. @throws DomainError `questions/no-survey`, `exams/another-open` */
  async start(userId: string, id: string): Promise<Exam> {
    const there = await this.repository.find(userId, id);
    if (there) return toExam(there);
    this.limit.spend(userId);
    const survey = await this.questions.survey(userId);
    if (!survey) throw noSurvey();
    await this.repository.start(userId, id, survey);
    const exam = await this.repository.find(userId, id);
    if (exam) return toExam(exam);
    throw (await this.repository.hasOpen(userId)) ? anotherOpen() : examNotFound();
  }

  async get(userId: string, id: string): Promise<Exam> {
    return toExam(await this.find(userId, id));
  }

  /** On from question `from`. Two who say it at once go on by one. @throws DomainError `exams/*` */
  async next(userId: string, id: string, from: number): Promise<Exam> {
    if (await this.repository.next(userId, id, from)) return this.get(userId, id);
    const exam = await this.find(userId, id);
    const { position, total, finishedAt, endsAt } = exam;
    const hasGoneOn = finishedAt ? from === total && position === total && finishedAt < endsAt : position > from;
    if (!hasGoneOn) throw refusalOf(exam);
    return toExam(exam);
  }

  /** Choosing the same twice is choosing once. @throws DomainError `exams/*` */
  async chooseLevel(userId: string, id: string, choice: LevelChoice): Promise<Exam> {
    const { level } = await this.find(userId, id);
    const chosen = levelAfter(level, choice);
    if (await this.repository.chooseLevel(userId, id, chosen)) return this.get(userId, id);
    const exam = await this.find(userId, id);
    if (exam.levelAfter !== chosen || exam.finishedAt) throw refusalOf(exam);
    return toExam(exam);
  }

  /** @throws DomainError `exams/*` */
  async listen(userId: string, id: string, number: number, listenId: string): Promise<Exam> {
    if (await this.repository.listen(userId, id, number, listenId)) return this.get(userId, id);
    const exam = await this.find(userId, id);
    const asked = exam.questions.find((question) => question.number === number);
    if (asked?.listens.includes(listenId)) return toExam(exam);
    throw stepOf(exam) === 'question' && exam.position === number ? noListensLeft() : refusalOf(exam);
  }

  /** @throws DomainError `exams/*` */
  async addTake(userId: string, id: string, number: number, recordingId: string): Promise<Exam> {
    if (await this.repository.addTake(userId, id, number, recordingId)) return this.get(userId, id);
    const exam = await this.find(userId, id);
    if (exam.questions.find((question) => question.number === number)?.takes.includes(recordingId)) return toExam(exam);
    throw refusalOf(exam);
  }

  /** Finishing twice is finishing once. */
  async finish(userId: string, id: string): Promise<Exam> {
    await this.repository.finish(userId, id);
    return this.get(userId, id);
  }

  /** Its takes stay with their scripts. */
  async delete(userId: string, id: string): Promise<void> {
    if (!(await this.repository.delete(userId, id))) throw examNotFound();
  }

  private async find(userId: string, id: string): Promise<ExamRecord> {
    const exam = await this.repository.find(userId, id);
    if (!exam) throw examNotFound();
    return exam;
  }
}

const refusalOf = (exam: ExamRecord): DomainError => (exam.finishedAt ? examOver() : notNow());
