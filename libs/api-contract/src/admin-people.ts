import { Kind, Language, Timestamp, Topic } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { AgeBand, Role } from './auth';
import { line } from './text';

const Cursor = z.string().max(200).optional();
const Limit = z.coerce.number().int().min(1).max(50).default(20);

/** A part of an e-mail or of a nickname: nobody browses people. */
export const AdminPeopleQuery = z.object({ query: line(2, 254), cursor: Cursor, limit: Limit });
export type AdminPeopleQuery = z.infer<typeof AdminPeopleQuery>;

/** Somebody who signed up. Their e-mail is asked for by itself. */
export const AdminPerson = z.object({
  id: z.uuid(),
  nickname: z.string(),
  /** Its first letter and its domain. */
  maskedEmail: z.string(),
  ageBand: AgeBand,
  roles: z.array(Role),
  createdAt: Timestamp,
  /** `null`: has no mentor profile. `open`: nobody has decided yet. */
  approval: z.enum(['open', 'approved', 'revoked']).nullable(),
});
export type AdminPerson = z.infer<typeof AdminPerson>;

export const AdminPeople = z.object({ items: z.array(AdminPerson), nextCursor: z.string().nullable() });
export type AdminPeople = z.infer<typeof AdminPeople>;

/** Somebody with a mentor profile, and what it says to students. */
export const AdminMentor = AdminPerson.extend({
  kinds: z.array(Kind),
  topics: z.array(Topic),
  languages: z.array(Language),
  line: z.string(),
});
export type AdminMentor = z.infer<typeof AdminMentor>;

/** Mentors without approval: those nobody has decided on first, the oldest first. Cut at the first 100. */
export const AdminMentors = z.object({ total: z.number().int().nonnegative(), items: z.array(AdminMentor) });
export type AdminMentors = z.infer<typeof AdminMentors>;

export const AdminPersonParams = z.object({ userId: z.uuid() });
export type AdminPersonParams = z.infer<typeof AdminPersonParams>;

export const AdminEmail = z.object({ email: z.string() });
export type AdminEmail = z.infer<typeof AdminEmail>;

export const SetApprovalRequest = z.object({ approved: z.boolean() });
export type SetApprovalRequest = z.infer<typeof SetApprovalRequest>;

/** What admins look at and change. What another version of the server wrote down is `other`. */
export const ADMIN_ACTIONS = [
  'overview-seen',
  'people-searched',
  'mentors-listed',
  'email-seen',
  'mentor-approved',
  'mentor-revoked',
  'calls-listed',
  'call-seen',
  'audit-seen',
  'questions-listed',
  'questions-exported',
  'questions-imported',
  'question-added',
  'question-changed',
  'question-retired',
  'question-restored',
  'question-sound-set',
  'question-sound-removed',
  'other',
] as const;
export const AdminAction = z.enum(ADMIN_ACTIONS);
export type AdminAction = z.infer<typeof AdminAction>;

export const AdminAuditQuery = z.object({ cursor: Cursor, limit: Limit });
export type AdminAuditQuery = z.infer<typeof AdminAuditQuery>;

/** Who looked at what, or changed it, and when; never what they saw. */
export const AdminAuditEntry = z.object({
  id: z.uuid(),
  at: Timestamp,
  /** The admin's nickname; `null` once their account is gone. */
  admin: z.string().nullable(),
  action: AdminAction,
  target: z
    .object({
      kind: z.enum(['person', 'call', 'question']),
      id: z.uuid(),
      /** A person's nickname; `null` for anything else, and once the account is gone. */
      nickname: z.string().nullable(),
    })
    .nullable(),
});
export type AdminAuditEntry = z.infer<typeof AdminAuditEntry>;

export const AdminAudit = z.object({ items: z.array(AdminAuditEntry), nextCursor: z.string().nullable() });
export type AdminAudit = z.infer<typeof AdminAudit>;
