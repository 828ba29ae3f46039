import { DomainError } from '../common/domain-error';

export const examNotFound = () => new DomainError('exams/not-found', 'There is no such exam.');
export const anotherOpen = () =>
  new DomainError('exams/another-open', 'Another exam of this learner goes on: finish that one first.');
export const examOver = () => new DomainError('exams/over', 'The exam is over.');
export const notNow = () => new DomainError('exams/not-now', 'The exam is not at this question or step.');
export const noListensLeft = () =>
  new DomainError('exams/no-listens-left', 'A question may be listened to twice in an exam.');
export const tooFewQuestions = () =>
  new DomainError('exams/too-few-questions', 'There are too few questions at this level for an exam.');
export const tooManyExams = (retryAfterMs: number) =>
  new DomainError('request/rate-limited', 'Too many exams.', { retryAfterMs });
