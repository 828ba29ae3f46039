import type {
  FeedbackDraft,
  FeedbackJob,
  FeedbackJobListResponse,
  SaveFeedbackDraftRequest,
  WrittenFeedbackListQuery,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { DomainError } from '../common/domain-error';
import { decodeCursor, encodeCursor, type PagePosition } from '../common/page-cursor';
import { ownRequest, profileMissing } from '../consults/consults.errors';
import { MentorsService } from '../mentors/mentors.service';
import { recordingNotFound } from '../recordings/recordings.errors';
import { RecordingsService } from '../recordings/recordings.service';
import { JobPractice } from './job-practice.service';
import { MAX_EXTENSIONS } from './claim-policy';
import { FeedbackJobsRepository, type JobStanding } from './feedback-jobs.repository';
import {
  alreadyClaimed,
  claimLost,
  noExtensions,
  notOpen,
  nothingSaid,
  staleDraft,
  tooManyClaims,
  writtenFeedbackNotFound,
} from './written-feedback.errors';
import { type CardRecord, type JobRecord, toCard } from './written-feedback.record';

const isHeld = ({ mine, approved, status }: JobRecord): boolean => mine && approved && status === 'claimed';
const isOpen = ({ status }: JobRecord): boolean => status === 'waiting' || status === 'claimed';
/** A draft begins with the student's text: until its mentor has changed it, it goes with the claim. */
const isTheirs = ({ approved, draft }: JobRecord): boolean => approved && draft !== null && draft.revision > 1;

function draftOf(job: JobRecord): FeedbackDraft | null {
  return isHeld(job) || (isOpen(job) && isTheirs(job)) ? job.draft : null;
}

/** What mentors do with requests for written feedback: one at a time has each, for a while, and what they wrote stays theirs. */
@Injectable()
export class FeedbackJobsService {
  constructor(
    private readonly repository: FeedbackJobsRepository,
    private readonly mentors: MentorsService,
    private readonly recordings: RecordingsService,
    private readonly practice: JobPractice,
  ) {}

  /** @throws DomainError `mentors/profile-missing` */
  async waiting(mentorId: string, { limit, cursor }: WrittenFeedbackListQuery): Promise<FeedbackJobListResponse> {
    if (!(await this.mentors.audienceOf(mentorId))) throw profileMissing();
    return pageOf(await this.repository.waiting(mentorId, limit, after(cursor)), limit);
  }

  async of(mentorId: string, { limit, cursor }: WrittenFeedbackListQuery): Promise<FeedbackJobListResponse> {
    return pageOf(await this.repository.of(mentorId, limit, after(cursor)), limit);
  }

  /** What the student wrote and said is there only while the mentor's claim holds, and their approval where it is wanted. */
  async get(mentorId: string, id: string): Promise<FeedbackJob> {
    const job = await this.find(mentorId, id);
    const practice = isHeld(job) ? await this.practice.of(job) : null;
    return { ...toCard(job), extensionsLeft: MAX_EXTENSIONS - job.extensions, practice, draft: draftOf(job) };
  }

  /** Exactly one mentor wins; whoever holds it already has it as it is. */
  async claim(mentorId: string, id: string): Promise<FeedbackJob> {
    if (!(await this.repository.claim(mentorId, id))) {
      const standing = await this.repository.standingTowards(mentorId, id);
      if (!standing?.mine || standing.status !== 'claimed') throw whyNotClaimed(standing);
    }
    return this.get(mentorId, id);
  }

  async extend(mentorId: string, id: string): Promise<FeedbackJob> {
    if (!(await this.repository.extend(mentorId, id))) {
      const job = await this.find(mentorId, id);
      if (!isOpen(job)) throw notOpen();
      throw isHeld(job) ? noExtensions() : claimLost();
    }
    return this.get(mentorId, id);
  }

  async release(mentorId: string, id: string): Promise<FeedbackJob> {
    const job = await this.find(mentorId, id);
    if (!isOpen(job)) throw notOpen();
    await this.repository.release(mentorId, id);
    if (isTheirs(job)) return this.get(mentorId, id);
    // It is one of those that wait again, and not among this mentor's any more.
    const card = job.mine ? { ...job, mine: false, claimedUntil: null, status: 'waiting' as const } : job;
    return { ...toCard(card), extensionsLeft: MAX_EXTENSIONS - job.extensions, practice: null, draft: null };
  }

  async saveDraft(mentorId: string, id: string, draft: SaveFeedbackDraftRequest): Promise<FeedbackDraft> {
    const saved = await this.repository.saveDraft(mentorId, id, draft);
    if (saved) return saved;
    const job = await this.find(mentorId, id);
    throw isOpen(job) && job.draft ? staleDraft() : notOpen();
  }

  /** Answering twice is answering once. */
  async answer(mentorId: string, id: string, revision: number): Promise<FeedbackJob> {
    if (!(await this.repository.answer(mentorId, id, revision))) {
      const job = await this.find(mentorId, id);
      if (!(job.mine && job.status === 'answered')) throw whyNotAnswered(job, revision);
    }
    return this.get(mentorId, id);
  }

  /** The sound of a take, or a part of it, for whoever holds the request. */
  async audio(
    mentorId: string,
    { id, recordingId }: { readonly id: string; readonly recordingId: string },
    range: string | undefined,
  ): ReturnType<RecordingsService['audio']> {
    const job = await this.find(mentorId, id);
    if (!isHeld(job)) throw claimLost();
    if (!job.takeIds.includes(recordingId)) throw recordingNotFound();
    return this.recordings.audio(job.studentId, recordingId, range);
  }

  private async find(mentorId: string, id: string): Promise<JobRecord> {
    const job = await this.repository.find(mentorId, id);
    if (!job) throw writtenFeedbackNotFound();
    return job;
  }
}

/** Only a mentor who might have it is told how it stands; to everybody else it does not exist. */
function whyNotClaimed(standing: JobStanding | undefined): DomainError {
  if (!standing?.hasProfile) return profileMissing();
  if (standing.own) return ownRequest();
  if (!standing.fits || standing.status === null) return writtenFeedbackNotFound();
  if (standing.status === 'claimed') return alreadyClaimed();
  return standing.status === 'waiting' ? tooManyClaims() : notOpen();
}

function whyNotAnswered(job: JobRecord, revision: number): DomainError {
  if (!isOpen(job)) return notOpen();
  if (!job.mine || !job.approved) return claimLost();
  return job.draft?.revision === revision ? nothingSaid() : staleDraft();
}

const after = (cursor: string | undefined): PagePosition | undefined => (cursor ? decodeCursor(cursor) : undefined);

function pageOf(found: readonly CardRecord[], limit: number): FeedbackJobListResponse {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(toCard), nextCursor: last && found.length > limit ? encodeCursor(last) : null };
}
