import type { DrawQuestionRequest, DrawQuestionResponse, PracticeQuestion, Survey } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { unauthenticated } from '../auth/auth.errors';
import { toQuestion } from './question.record';
import { noneFit, noSurvey, questionNotFound } from './questions.errors';
import { QuestionsRepository } from './questions.repository';

/** What a learner practises with: their survey, and one question after the other. */
@Injectable()
export class QuestionsService {
  constructor(private readonly repository: QuestionsRepository) {}

  async survey(userId: string): Promise<Survey | null> {
    return (await this.repository.survey(userId)) ?? null;
  }

  async saveSurvey(userId: string, survey: Survey): Promise<Survey> {
    if (!(await this.repository.saveSurvey(userId, survey))) throw unauthenticated();
    return survey;
  }

  /** One that this learner has not seen in this round. @throws DomainError `questions/no-survey`, `questions/none-fit` */
  async draw(userId: string, choice: DrawQuestionRequest): Promise<DrawQuestionResponse> {
    const drawn = await this.repository.draw(userId, choice);
    if (drawn === 'no-survey') throw noSurvey();
    if (drawn === 'none-fit') throw noneFit();
    return { ...drawn, question: toQuestion(drawn.question) };
  }

  /** A retired one, too: answers to it stay. @throws DomainError `questions/not-found` */
  async get(questionId: string): Promise<PracticeQuestion> {
    const question = await this.repository.find(questionId);
    if (!question) throw questionNotFound();
    return toQuestion(question);
  }
}
