import type { ConsultRecord } from '../consults/consult.record';
import { hasRoom } from '../consults/consult-status';

const DAY_MS = 24 * 3600 * 1000;

interface Moment {
  readonly now: Date;
  /** For how long a draft of feedback is kept; 0: for ever. */
  readonly draftDays: number;
  readonly shownBefore: boolean;
  /** Whether this user is an approved mentor now. */
  readonly approved: boolean;
}

/**
 * Whether somebody who may know of the consult may read and hear what it carries. The student always. The mentor who accepted
 * from then on, and after they met for as long as they may write feedback. Others while it waits, if the student wants that.
 * Where approval is wanted, each of them for as long as they have it.
 */
export function mayReadPractice(consult: ConsultRecord, userId: string, moment: Moment): boolean {
  if (consult.studentId === userId) return true;
  if (consult.needsApproval && !moment.approved) return false;
  if (consult.mentorId !== userId) return consult.status === 'waiting' && moment.shownBefore;
  return hasRoom(consult.status) || writesFeedback(consult, moment);
}

function writesFeedback({ status, liveAt, closedAt, feedback }: ConsultRecord, { now, draftDays }: Moment): boolean {
  if (status !== 'ended' || !liveAt || !closedAt) return false;
  if (feedback !== 'none' && feedback !== 'draft') return false;
  return draftDays === 0 || now.getTime() < closedAt.getTime() + draftDays * DAY_MS;
}
