import type {
  AskForWrittenFeedbackRequest,
  SaveCorrectedRequest,
  Script,
  WrittenFeedback,
  WrittenFeedbackListQuery,
  WrittenFeedbackListResponse,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../common/page-cursor';
import { recordingNotFound } from '../recordings/recordings.errors';
import { RecordingsService } from '../recordings/recordings.service';
import { scriptNotFound } from '../scripts/scripts.errors';
import { ScriptsService } from '../scripts/scripts.service';
import { isMinor } from '../users/is-minor';
import { UsersService } from '../users/users.service';
import { MAX_OPEN, MAX_PER_DAY } from './claim-policy';
import { FeedbackAskLimit } from './feedback-ask-limit';
import {
  notAnswered,
  notOpen,
  nothingToRead,
  stillOpen,
  tooManyOpen,
  tooManyToday,
  writtenFeedbackNotFound,
} from './written-feedback.errors';
import { toSummary, toWrittenFeedback, type WrittenFeedbackRecord } from './written-feedback.record';
import { type AskedSoFar, WrittenFeedbackRepository } from './written-feedback.repository';

/** What students ask mentors to write to, and what they do with the answer. */
@Injectable()
export class WrittenFeedbackService {
  constructor(
    private readonly repository: WrittenFeedbackRepository,
    private readonly users: UsersService,
    private readonly scripts: ScriptsService,
    private readonly recordings: RecordingsService,
    private readonly limit: FeedbackAskLimit,
  ) {}

  /** Asking twice with the same id is asking once. */
  async ask(studentId: string, request: AskForWrittenFeedbackRequest): Promise<WrittenFeedback> {
    const { ageBand } = await this.users.findById(studentId);
    const asked = await this.repository.ask(studentId, { ...request, needsApproval: isMinor(ageBand) }, (soFar) => {
      refuseBeyondLimits(soFar);
      this.limit.mayAsk(studentId);
    });
    if (asked === 'asked') this.limit.noteAsked(studentId);
    if (asked === 'no-script') throw scriptNotFound();
    if (asked === 'no-take') throw recordingNotFound();
    if (asked === 'empty') throw nothingToRead();
    return this.get(studentId, request.id);
  }

  async list(studentId: string, { limit, cursor }: WrittenFeedbackListQuery): Promise<WrittenFeedbackListResponse> {
    const found = await this.repository.list(studentId, limit, cursor ? decodeCursor(cursor) : undefined);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(toSummary),
      nextCursor: last && found.length > page.length ? encodeCursor(last) : null,
    };
  }

  async get(studentId: string, id: string): Promise<WrittenFeedback> {
    const record = await this.find(studentId, id);
    return toWrittenFeedback(record, await this.recordings.storedAmong(studentId, record.takeIds));
  }

  /** Withdrawing twice is withdrawing once. @throws DomainError `written-feedback/not-open` once it was answered */
  async withdraw(studentId: string, id: string): Promise<WrittenFeedback> {
    const isWithdrawn = await this.repository.withdraw(studentId, id);
    const now = await this.get(studentId, id);
    if (!isWithdrawn && now.status !== 'withdrawn') throw notOpen();
    return now;
  }

  /**
   * The script with those changes of the answer that the student wants. What it was before is kept as a version.
   * @throws DomainError `scripts/stale-revision`
   */
  async accept(studentId: string, id: string, corrected: SaveCorrectedRequest): Promise<Script> {
    const { status, scriptId } = await this.find(studentId, id);
    if (status !== 'answered') throw notAnswered();
    const script = await this.scripts.correct(studentId, scriptId, corrected);
    await this.repository.accepted(studentId, id);
    return script;
  }

  /**
   * The script and its versions stay, also those that came of it. @throws DomainError `consults/illegal-transition` while it
   * is open: it is withdrawn first
   */
  async delete(studentId: string, id: string): Promise<void> {
    if (await this.repository.delete(studentId, id)) return;
    await this.find(studentId, id);
    throw stillOpen();
  }

  private async find(studentId: string, id: string): Promise<WrittenFeedbackRecord> {
    const record = await this.repository.find(studentId, id);
    if (!record) throw writtenFeedbackNotFound();
    return record;
  }
}

function refuseBeyondLimits({ open, today }: AskedSoFar): void {
  if (open >= MAX_OPEN) throw tooManyOpen();
  if (today >= MAX_PER_DAY) throw tooManyToday();
}
