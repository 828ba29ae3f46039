import type { ConsultHistory, CreateConsultRequest, CurrentConsults, VolunteerHours } from '@ieum/api-contract';
import type { Consult, ConsultRole, EarlyOffer, Readiness } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import type { DomainError } from '../common/domain-error';
import { decodeCursor, encodeCursor } from '../common/page-cursor';
import { isMinor } from '../users/is-minor';
import { UsersService } from '../users/users.service';
import { ConsultEvents } from './consult-events';
import { roleOf, toConsult } from './consult.mapper';
import type { ConsultRecord } from './consult.record';
import { isOpen, type ConsultAction, READINESS_STATUSES, transitionsOf } from './consult-status';
import {
  alreadyMatched,
  consultNotFound,
  illegalTransition,
  mentorBusy,
  notOpen,
  notWaiting,
  ownRequest,
  practiceNeedsSpeaking,
  profileMissing,
  studentHasOpen,
  studentsOnly,
  tooLateForReadiness,
} from './consults.errors';
import { ConsultsRepository, type Standing } from './consults.repository';
import { LeasePolicy } from './lease-policy';
import { PracticeCarrier } from './practice-carrier';
import { makePseudonym } from './pseudonym';
import { RequestLimit } from './request-limit';

/** A consult's life. Each transition is told to `ConsultEvents` once, after it was committed. */
@Injectable()
export class ConsultsService {
  constructor(
    private readonly repository: ConsultsRepository,
    private readonly users: UsersService,
    private readonly events: ConsultEvents,
    private readonly leases: LeasePolicy,
    private readonly carrier: PracticeCarrier,
    private readonly limit: RequestLimit,
  ) {}

  async create(studentId: string, request: CreateConsultRequest): Promise<Consult> {
    const student = await this.users.findById(studentId);
    const counselling = request.kind === 'counselling';
    const { practice } = request;
    if (practice && request.kind !== 'speaking') throw practiceNeedsSpeaking();
    const result = await this.repository.insert(
      {
        requestId: request.requestId,
        studentId,
        kind: request.kind,
        topic: request.topic,
        message: request.message,
        language: request.language,
        needsApproval: counselling || isMinor(student.ageBand),
        pseudonym: counselling ? makePseudonym(request.language) : null,
        readiness: request.readiness ?? null,
      },
      this.leases.graceMs,
      practice ? (transaction, id) => this.carrier.carry(transaction, { id, studentId }, practice) : undefined,
    );
    if (!('conflict' in result)) return this.tell(result, 'student');
    const same = await this.repository.findByRequest(studentId, request.requestId);
    // Told again: the first time may have been lost between the commit and its answer.
    if (same) return this.tell(same, 'student');
    throw studentHasOpen();
  }

  /**
   * Exactly one mentor wins, and gets the offer that the student left; the same mentor asking again gets the same
   * consult, without it.
   */
  async accept(mentorId: string, consultId: string): Promise<{ consult: Consult; offer: EarlyOffer | null }> {
    this.limit.mayAccept(mentorId);
    const result = await this.repository.accept(consultId, mentorId, this.leases.graceMs);
    if (result && !('conflict' in result)) {
      const { createdAt, matchedAt } = result.consult;
      this.events.emit('accepted', (matchedAt ?? createdAt).getTime() - createdAt.getTime());
      return { consult: this.tell(result.consult, 'mentor'), offer: result.offer };
    }
    const standing = await this.repository.standingTowards(consultId, mentorId);
    if (standing?.mentorId === mentorId) {
      const mine = await this.getRecord(mentorId, consultId);
      if (isOpen(mine.status)) return { consult: this.tell(mine, 'mentor'), offer: null };
      throw notOpen();
    }
    const refusal = whyNotAccepted(standing, result !== undefined);
    if (refusal.code === 'consults/already-matched') this.events.emit('race-lost');
    throw refusal;
  }

  /** What the student's device check came to, told until the consult is live; the same again changes nothing. */
  async setReadiness(userId: string, consultId: string, readiness: Readiness | null): Promise<Consult> {
    const changed = await this.repository.setReadiness(consultId, userId, readiness);
    if (changed) return this.tell(changed, 'student');
    const consult = await this.getRecord(userId, consultId);
    if (roleOf(consult, userId) !== 'student') throw studentsOnly();
    if (!READINESS_STATUSES.some((status) => status === consult.status)) throw tooLateForReadiness();
    return toConsult(consult, 'student');
  }

  /** Keeps what the student's tab offers with their waiting consult, for whoever accepts it. */
  async leaveOffer(userId: string, consultId: string, offer: EarlyOffer): Promise<void> {
    if (await this.repository.leaveOffer(consultId, userId, offer)) return;
    const consult = await this.getRecord(userId, consultId);
    if (roleOf(consult, userId) !== 'student') throw studentsOnly();
    throw notWaiting();
  }

  async cancel(userId: string, consultId: string): Promise<Consult> {
    const cancelled = await this.repository.cancel(consultId, userId);
    if (cancelled?.mentorId === userId) this.limit.noteGivenUp(userId);
    return this.transition('cancel', userId, consultId, cancelled);
  }

  async end(userId: string, consultId: string): Promise<Consult> {
    return this.transition('end', userId, consultId, await this.repository.end(consultId, userId, this.leases.graceMs));
  }

  /** A member's wish to start; the server starts by itself as soon as both are in the room. */
  async start(userId: string, consultId: string): Promise<Consult> {
    await this.getRecord(userId, consultId);
    return this.transition('start', userId, consultId, await this.repository.start(consultId, false));
  }

  /** Both members are in the room. */
  async startIfMatched(consultId: string): Promise<void> {
    const started = await this.repository.start(consultId, true);
    if (started) this.events.tell('changed', started);
  }

  async get(userId: string, consultId: string): Promise<Consult> {
    const consult = await this.getRecord(userId, consultId);
    return toConsult(consult, memberRole(consult, userId));
  }

  /** The consult for other modules, only if the user is a member: nobody else learns that it exists. */
  async getRecord(userId: string, consultId: string): Promise<ConsultRecord> {
    const consult = await this.repository.findById(consultId);
    if (!consult || !roleOf(consult, userId)) throw consultNotFound();
    return consult;
  }

  /** As `getRecord`; for whoever could accept it at this moment, too. */
  async getRecordFor(userId: string, consultId: string): Promise<ConsultRecord> {
    if (!(await this.repository.isToBeHad(consultId, userId))) return this.getRecord(userId, consultId);
    const consult = await this.repository.findById(consultId);
    if (!consult) throw consultNotFound();
    return consult;
  }

  async current(userId: string): Promise<CurrentConsults> {
    const open = await this.repository.findOpenOf(userId);
    const side = (role: ConsultRole) => {
      const consult = open.find((candidate) => roleOf(candidate, userId) === role);
      return consult ? toConsult(consult, role) : null;
    };
    return { asStudent: side('student'), asMentor: side('mentor') };
  }

  async history(userId: string, limit: number, cursor?: string): Promise<ConsultHistory> {
    const records = await this.repository.findHistory(userId, limit + 1, cursor ? decodeCursor(cursor) : undefined);
    const page = records.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((consult) => toConsult(consult, memberRole(consult, userId))),
      nextCursor: records.length > limit && last ? encodeCursor(last) : null,
    };
  }

  async volunteerHours(mentorId: string): Promise<VolunteerHours> {
    return this.repository.volunteerTimeOf(mentorId);
  }

  async waiting(): Promise<ConsultRecord[]> {
    return this.repository.findWaiting();
  }

  /** What is so already is answered again, and told to nobody. */
  private async transition(
    action: ConsultAction,
    userId: string,
    consultId: string,
    changed: ConsultRecord | undefined,
  ): Promise<Consult> {
    if (changed) return this.tell(changed, memberRole(changed, userId));
    const consult = await this.getRecord(userId, consultId);
    // The other member was first, or this one was and the answer got lost.
    if (transitionsOf(action).some(([, to]) => to === consult.status))
      return toConsult(consult, memberRole(consult, userId));
    throw isOpen(consult.status) ? illegalTransition(action) : notOpen();
  }

  private tell(consult: ConsultRecord, role: ConsultRole): Consult {
    this.events.tell('changed', consult);
    return toConsult(consult, role);
  }
}

/** Only a mentor whom the consult fits is told how it stands; to everybody else it does not exist. */
function whyNotAccepted(standing: Standing | undefined, mentorHasOpen: boolean): DomainError {
  if (!standing?.hasProfile) return profileMissing();
  if (!standing.exists) return consultNotFound();
  if (standing.own) return ownRequest();
  if (!standing.fits) return consultNotFound();
  if (standing.mentorId) return alreadyMatched();
  return mentorHasOpen ? mentorBusy() : notOpen();
}

function memberRole(consult: ConsultRecord, userId: string): ConsultRole {
  const role = roleOf(consult, userId);
  if (!role) throw consultNotFound();
  return role;
}
