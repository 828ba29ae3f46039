import type { Carries, ConsultStatus, FeedbackState, Kind, Language, Readiness, Topic } from '@ieum/signaling-protocol';

/** A consult as the server knows it, with the words of both members that their views need. Never sent as it is. */
export interface ConsultRecord {
  readonly id: string;
  readonly revision: number;
  readonly kind: Kind;
  readonly topic: Topic;
  readonly message: string;
  readonly language: Language;
  readonly status: ConsultStatus;
  readonly studentId: string;
  readonly studentNickname: string;
  /** What the mentor sees instead of the student's nickname, where the kind asks for it. */
  readonly pseudonym: string | null;
  readonly mentorId: string | null;
  readonly mentorNickname: string | null;
  readonly mentorLine: string | null;
  /** Only approved mentors may see and accept it: counselling, and every request of a minor. */
  readonly needsApproval: boolean;
  /** What the student's device check came to. */
  readonly readiness: Readiness | null;
  /** How much of the student's practice goes along, while the consult is open. */
  readonly carries: Carries | null;
  readonly createdAt: Date;
  readonly matchedAt: Date | null;
  readonly liveAt: Date | null;
  readonly closedAt: Date | null;
  readonly volunteerSeconds: number;
  readonly feedback: FeedbackState;
}
