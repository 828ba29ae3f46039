import type { RateFeedbackRequest, SaveFeedbackRequest } from '@ieum/api-contract';
import type { ConsultRole, Feedback } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { DomainError } from '../common/domain-error';
import { roleOf } from '../consults/consult.mapper';
import type { ConsultRecord } from '../consults/consult.record';
import { ConsultsService } from '../consults/consults.service';
import { MentorsService } from '../mentors/mentors.service';
import { FeedbackEvents } from './feedback-events';
import {
  alreadySent,
  consultNotTaught,
  feedbackEmpty,
  feedbackNotFound,
  feedbackNotReady,
  staleVersion,
} from './feedback.errors';
import { type FeedbackRecord, type SentFeedback, toFeedback } from './feedback.record';
import { FeedbackRepository } from './feedback.repository';

/** What stays after a consult: the mentor drafts and sends it, the student reads, answers and may delete it. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly repository: FeedbackRepository,
    private readonly consults: ConsultsService,
    private readonly mentors: MentorsService,
    private readonly events: FeedbackEvents,
    private readonly clock: Clock,
  ) {}

  async get(userId: string, consultId: string): Promise<Feedback> {
    const consult = await this.consults.getRecord(userId, consultId);
    const record = await this.repository.find(consultId);
    if (roleOf(consult, userId) === 'mentor') return record ? visible(record) : this.emptyDraft(consultId);
    if (!record || record.status === 'draft') throw feedbackNotReady();
    return visible(record);
  }

  /** The feedbacks that were sent to this student and not deleted since, the oldest first. */
  sentTo(studentId: string): Promise<SentFeedback[]> {
    return this.repository.sentTo(studentId);
  }

  /** A feedback that this student has. @throws DomainError `feedback/not-ready`, `feedback/not-found` */
  async sentAs(studentId: string, consultId: string): Promise<Feedback> {
    await this.memberAs('student', studentId, consultId);
    return this.get(studentId, consultId);
  }

  async save(userId: string, consultId: string, draft: SaveFeedbackRequest): Promise<Feedback> {
    const consult = await this.taughtBy(userId, consultId);
    if (!consult.liveAt) throw consultNotTaught();
    const saved = await this.repository.save(consultId, draft);
    if (saved) return visible(saved);
    throw whyNotSaved(await this.repository.find(consultId));
  }

  async send(userId: string, consultId: string): Promise<Feedback> {
    const consult = await this.taughtBy(userId, consultId);
    if (consult.status !== 'ended') throw consultNotTaught();
    const sent = await this.repository.send(consultId);
    if (sent) return this.tell(consult, visible(sent));
    const record = await this.repository.find(consultId);
    if (record?.status === 'sent') throw alreadySent();
    throw record?.status === 'deleted' ? feedbackNotFound() : feedbackEmpty();
  }

  async rate(userId: string, consultId: string, answer: RateFeedbackRequest): Promise<Feedback> {
    const consult = await this.memberAs('student', userId, consultId);
    const rated = await this.repository.rate(consultId, answer.rating, answer.thanks);
    if (!rated) throw feedbackNotReady();
    return this.tell(consult, visible(rated));
  }

  async delete(userId: string, consultId: string): Promise<void> {
    const consult = await this.memberAs('student', userId, consultId);
    if (!(await this.repository.erase(consultId))) throw feedbackNotFound();
    this.publish(consult, null);
  }

  /** Who lost the approval that it needed says nothing to the student any more. */
  private async taughtBy(mentorId: string, consultId: string): Promise<ConsultRecord> {
    const consult = await this.memberAs('mentor', mentorId, consultId);
    if (!consult.needsApproval || (await this.mentors.audienceOf(mentorId))?.approved) return consult;
    throw new DomainError('auth/forbidden', 'Only a mentor with approval may do this.');
  }

  private async memberAs(role: ConsultRole, userId: string, consultId: string): Promise<ConsultRecord> {
    const consult = await this.consults.getRecord(userId, consultId);
    if (roleOf(consult, userId) !== role) throw new DomainError('auth/forbidden', `Only the ${role} may do this.`);
    return consult;
  }

  private tell(consult: ConsultRecord, feedback: Feedback): Feedback {
    this.publish(consult, feedback);
    return feedback;
  }

  private publish(consult: ConsultRecord, feedback: Feedback | null): void {
    for (const userId of [consult.studentId, consult.mentorId]) {
      if (userId) this.events.tell('changed', userId, { consultId: consult.id, feedback });
    }
  }

  private emptyDraft(consultId: string): Feedback {
    return {
      consultId,
      status: 'draft',
      version: 0,
      summary: '',
      practice: '',
      corrections: [],
      dismissed: [],
      rating: null,
      thanks: '',
      updatedAt: this.clock.now().toISOString(),
      sentAt: null,
    };
  }
}

function visible(record: FeedbackRecord): Feedback {
  const feedback = toFeedback(record);
  if (!feedback) throw feedbackNotFound();
  return feedback;
}

function whyNotSaved(record: FeedbackRecord | undefined): DomainError {
  if (record?.status === 'sent') return alreadySent();
  return record?.status === 'deleted' ? feedbackNotFound() : staleVersion();
}
