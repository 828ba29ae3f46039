import { randomUUID } from 'node:crypto';
import { type Exam, ExamResponse } from '@ieum/api-contract';
import { codeOf } from './consult-fixtures';
import type { TestAccounts, TestUser } from './test-accounts';
import type { TestAnswer } from './test-requests';

/** What was granted. @throws when it was refused */
export function examOf(answer: TestAnswer): Exam {
  if (answer.status >= 300) throw new Error(`An exam was refused: ${answer.status} ${codeOf(answer)}`);
  return ExamResponse.parse(answer.body).exam;
}

/** Sits one exam as the page does, a request at a time. */
export class ExamSitter {
  private readonly path: string;

  constructor(
    private readonly api: TestAccounts,
    private readonly user: TestUser,
    readonly id: string,
  ) {
    this.path = `/api/exams/${id}`;
  }

  start(): Promise<TestAnswer> {
    return this.api.post('/api/exams', { id: this.id }, this.user);
  }

  get(): Promise<TestAnswer> {
    return this.api.get(this.path, this.user);
  }

  next(from: number): Promise<TestAnswer> {
    return this.post('next', { from });
  }

  choose(choice: string): Promise<TestAnswer> {
    return this.post('level', { choice });
  }

  listen(number: number, id: string = randomUUID()): Promise<TestAnswer> {
    return this.post(`questions/${number}/listens`, { id });
  }

  take(number: number, recordingId: string): Promise<TestAnswer> {
    return this.post(`questions/${number}/takes`, { recordingId });
  }

  finish(): Promise<TestAnswer> {
    return this.post('finish');
  }

  delete(): Promise<TestAnswer> {
    return this.api.delete(this.path, this.user);
  }

  private post(to: string, body?: object): Promise<TestAnswer> {
    return this.api.post(`${this.path}/${to}`, body, this.user);
  }
}
