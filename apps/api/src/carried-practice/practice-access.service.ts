import { Injectable } from '@nestjs/common';
import type { AuthUser } from '../auth/auth-user';
import { Clock } from '../common/clock';
import { Config } from '../config/config';
import { roleOf } from '../consults/consult.mapper';
import { consultNotFound, studentsOnly } from '../consults/consults.errors';
import { ConsultsService } from '../consults/consults.service';
import { MentorsService } from '../mentors/mentors.service';
import { type CarriedLink, CarriedPracticeRepository } from './carried-practice.repository';
import { mayReadPractice } from './who-sees';

/** What somebody may read and hear, and whose it is. */
interface Readable {
  readonly studentId: string;
  readonly link: CarriedLink;
}

/** Who sees what of carried practice, and when. To everybody else the consult does not exist. */
@Injectable()
export class PracticeAccess {
  constructor(
    private readonly repository: CarriedPracticeRepository,
    private readonly consults: ConsultsService,
    private readonly mentors: MentorsService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** `undefined` for a member: there is none, or it is not theirs to read any more. @throws DomainError `consults/not-found` */
  async findReadable({ id, roles }: AuthUser, consultId: string): Promise<Readable | undefined> {
    const consult = roles.includes('mentor')
      ? await this.consults.getRecordFor(id, consultId)
      : await this.consults.getRecord(id, consultId);
    const link = await this.repository.find(consultId);
    const approved = consult.needsApproval && ((await this.mentors.audienceOf(id))?.approved ?? false);
    const now = this.clock.now();
    const draftDays = this.config.retention.drafts;
    if (link && mayReadPractice(consult, id, { now, draftDays, approved, shownBefore: link.shownBefore })) {
      return { studentId: consult.studentId, link };
    }
    if (!roleOf(consult, id)) throw consultNotFound();
    return undefined;
  }

  /** What the caller's own consult carries. @throws DomainError `consults/not-found`, `auth/forbidden` */
  async findOwn(userId: string, consultId: string): Promise<CarriedLink | undefined> {
    const { studentId } = await this.consults.getRecord(userId, consultId);
    if (studentId !== userId) throw studentsOnly();
    return this.repository.find(consultId);
  }
}
