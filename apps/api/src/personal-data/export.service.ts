import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../common/domain-error';
import { DocumentMerger } from '../documents/document-merger';
import { ExportRepository, type ExportedConsult } from './export.repository';

/** What the thread that reads documents says of one; whoever wrote it there may have written anything. */
const Reading = z.looseObject({ chat: z.array(z.unknown()) });

const ByMentor = z.looseObject({ by: z.literal('mentor') });

/** Everything that is kept about one person, as JSON, a piece at a time: never more than one document in memory. */
@Injectable()
export class ExportService {
  constructor(
    private readonly repository: ExportRepository,
    private readonly documents: DocumentMerger,
  ) {}

  /** `undefined` when there is no such account. */
  async open(userId: string): Promise<AsyncIterable<string> | undefined> {
    const account = await this.repository.account(userId);
    return account && this.write(userId, account);
  }

  private async *write(userId: string, account: object): AsyncGenerator<string> {
    yield `{\n"format": "ieum-export-1",\n"account": ${JSON.stringify(account)}`;
    yield `,\n"mentorProfile": ${JSON.stringify(await this.repository.mentorProfile(userId))}`;
    yield `,\n"sessions": ${JSON.stringify(await this.repository.sessions(userId))}`;
    yield `,\n"hoursWithPeopleWhoLeft": ${JSON.stringify(await this.repository.keptHours(userId))}`;
    yield `,\n"survey": ${JSON.stringify(await this.repository.survey(userId))}`;
    yield `,\n"seenQuestions": ${JSON.stringify(await this.repository.seenQuestions(userId))}`;
    yield `,\n"exams": ${JSON.stringify(await this.repository.exams(userId))}`;
    yield `,\n"writtenFeedback": ${JSON.stringify(await this.repository.writtenFeedback(userId))}`;
    yield `,\n"writtenAnswers": ${JSON.stringify(await this.repository.writtenAnswers(userId))}`;
    yield* list('scripts', this.repository.scripts(userId));
    yield* list('recordings', this.repository.recordings(userId));
    yield* list('consults', this.consults(userId));
    yield '\n}\n';
  }

  private async *consults(userId: string): AsyncGenerator<object> {
    for await (const consult of this.repository.consults(userId)) yield this.whole(userId, consult);
  }

  private async whole(userId: string, consult: ExportedConsult): Promise<object> {
    const { id, role } = consult;
    return {
      ...consult,
      visits: await this.repository.visits(id, userId),
      feedback: await this.repository.feedback(id, role),
      ...(role === 'student' ? { practice: await this.repository.practice(id) } : {}),
      document: await this.documentOf(consult),
    };
  }

  /**
   * One that cannot be read is given to the student as it is kept: Yjs updates.
   * @throws DomainError `server/unavailable` while too many are being read: a file that breaks off is seen to have
   */
  private async documentOf({ id, role }: ExportedConsult): Promise<object | null> {
    const updates = await this.repository.documentUpdates(id);
    if (updates.length === 0) return null;
    const result = await this.documents.read(updates);
    if ('failure' in result) {
      if (result.failure === 'busy') throw new DomainError('server/unavailable', 'Too many documents are being read.');
      if (role === 'mentor') return { unreadable: true };
      return { unreadable: updates.map((bytes) => Buffer.from(bytes).toString('base64')) };
    }
    const reading = Reading.parse(JSON.parse(result.reading));
    if (role === 'student') return reading;
    return { chat: reading.chat.filter((entry) => ByMentor.safeParse(entry).success) };
  }
}

/** One after the other, as they are read. */
async function* list(name: string, items: AsyncIterable<object>): AsyncGenerator<string> {
  yield `,\n"${name}": [`;
  let separator = '\n';
  for await (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield '\n]';
}
