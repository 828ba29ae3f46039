import { describe, expect, it } from '@jest/globals';
import type { ConsultStatus, FeedbackState } from '@ieum/signaling-protocol';
import type { ConsultRecord } from '../consults/consult.record';
import { mayReadPractice } from './who-sees';

const AT = new Date('2026-11-22T10:00:00.000Z');
const later = (days: number) => new Date(AT.getTime() + days * 24 * 3600 * 1000);

const consult = (
  status: ConsultStatus,
  feedback: FeedbackState = 'none',
  met = status !== 'matched',
): ConsultRecord => ({
  id: 'consult',
  revision: 1,
  kind: 'speaking',
  topic: 'opic',
  message: '',
  language: 'en',
  status,
  studentId: 'student',
  studentNickname: 'Haru',
  pseudonym: null,
  mentorId: status === 'waiting' ? null : 'mentor',
  mentorNickname: null,
  mentorLine: null,
  needsApproval: false,
  readiness: null,
  carries: null,
  createdAt: AT,
  matchedAt: status === 'waiting' ? null : AT,
  liveAt: met && status !== 'waiting' ? AT : null,
  closedAt: status === 'ended' || status === 'cancelled' || status === 'expired' ? AT : null,
  volunteerSeconds: 0,
  feedback,
});

const sees = (
  what: ConsultRecord,
  who: string,
  { shownBefore = false, draftDays = 180, days = 1, approved = false } = {},
) => mayReadPractice(what, who, { shownBefore, draftDays, approved, now: later(days) });

describe('who may read carried practice', () => {
  it.each(['waiting', 'matched', 'live', 'ended', 'cancelled', 'expired'] as const)(
    'is its student while %s',
    (status) => {
      expect(sees(consult(status, 'sent'), 'student')).toBe(true);
    },
  );

  it('is whoever could accept while it waits, if the student wants that', () => {
    expect(sees(consult('waiting'), 'somebody')).toBe(false);
    expect(sees(consult('waiting'), 'somebody', { shownBefore: true })).toBe(true);
    expect(sees(consult('matched'), 'somebody', { shownBefore: true })).toBe(false);
  });

  it.each([
    ['matched', 'none', true],
    ['live', 'draft', true],
    ['ended', 'none', true],
    ['ended', 'draft', true],
    ['ended', 'sent', false],
    ['ended', 'deleted', false],
    ['cancelled', 'none', false],
    ['expired', 'none', false],
  ] as const)('is the mentor who accepted: while %s, with feedback %s: %s', (status, feedback, may) => {
    expect(sees(consult(status, feedback), 'mentor', { shownBefore: true })).toBe(may);
  });

  it.each(['waiting', 'matched', 'live', 'ended'] as const)(
    'is no mentor without approval, where it is wanted, while %s',
    (status) => {
      const minors = { ...consult(status), needsApproval: true };
      expect(sees(minors, 'mentor', { shownBefore: true })).toBe(false);
      expect(sees(minors, 'mentor', { shownBefore: true, approved: true })).toBe(true);
      expect(sees(minors, 'student')).toBe(true);
    },
  );

  it('is the mentor for as long as a draft would be kept, and never one who did not meet the student', () => {
    expect(sees(consult('ended'), 'mentor', { draftDays: 2, days: 1 })).toBe(true);
    expect(sees(consult('ended'), 'mentor', { draftDays: 2, days: 2 })).toBe(false);
    expect(sees(consult('ended'), 'mentor', { draftDays: 0, days: 999 })).toBe(true);
    expect(sees(consult('ended', 'none', false), 'mentor')).toBe(false);
  });
});
