import type { Consult, ConsultRole, ListCard } from '@ieum/signaling-protocol';
import type { ConsultRecord } from './consult.record';

/** The side a user is on, or `undefined` for everybody who is not a member. */
export function roleOf(consult: ConsultRecord, userId: string): ConsultRole | undefined {
  if (consult.studentId === userId) return 'student';
  return consult.mentorId === userId ? 'mentor' : undefined;
}

/** The consult as one of its members may see it. */
export function toConsult(consult: ConsultRecord, role: ConsultRole): Consult {
  return {
    id: consult.id,
    revision: consult.revision,
    kind: consult.kind,
    topic: consult.topic,
    message: consult.message,
    language: consult.language,
    status: consult.status,
    role,
    student: { nickname: role === 'student' ? consult.studentNickname : nicknameForMentors(consult) },
    mentor: consult.mentorId ? { nickname: consult.mentorNickname ?? '', line: consult.mentorLine ?? '' } : null,
    readiness: consult.readiness,
    carries: consult.carries,
    createdAt: consult.createdAt.toISOString(),
    matchedAt: consult.matchedAt?.toISOString() ?? null,
    liveAt: consult.liveAt?.toISOString() ?? null,
    closedAt: consult.closedAt?.toISOString() ?? null,
    volunteerSeconds: consult.volunteerSeconds,
    feedback: role === 'student' && consult.feedback === 'draft' ? 'none' : consult.feedback,
  };
}

/** The consult as mentors see it before they accept. */
export function toListCard(consult: ConsultRecord): ListCard {
  return {
    id: consult.id,
    kind: consult.kind,
    topic: consult.topic,
    message: consult.message,
    language: consult.language,
    readiness: consult.readiness,
    carries: consult.carries,
    nickname: nicknameForMentors(consult),
    createdAt: consult.createdAt.toISOString(),
  };
}

/** How a member is called by the other one. */
export function nicknameOf(consult: ConsultRecord, role: ConsultRole): string {
  return role === 'student' ? nicknameForMentors(consult) : (consult.mentorNickname ?? '');
}

function nicknameForMentors(consult: ConsultRecord): string {
  return consult.pseudonym ?? consult.studentNickname;
}
