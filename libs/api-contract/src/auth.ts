import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { line } from './text';

/** Age bands instead of a birthday: the least that the rules for minors need. */
export const AGE_BANDS = ['under-14', '14-to-18', '19-to-24', '25-and-over'] as const;
export const AgeBand = z.enum(AGE_BANDS);
export type AgeBand = z.infer<typeof AgeBand>;

/** What somebody came for; it decides their roles. */
export const Wants = z.enum(['get-help', 'help-others', 'both']);
export type Wants = z.infer<typeof Wants>;

/** What one may do. `admin` is given by a command of the operator's alone, never over HTTP. */
export const Role = z.enum(['student', 'mentor', 'admin']);
export type Role = z.infer<typeof Role>;

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const Nickname = line(2, 20);
export const Password = z.string().min(8).max(128);

export const RegisterRequest = z.object({
  email: Email,
  nickname: Nickname,
  password: Password,
  ageBand: AgeBand,
  wants: Wants,
});
export type RegisterRequest = z.infer<typeof RegisterRequest>;

export const LoginRequest = z.object({ email: Email, password: z.string().min(1).max(128) });
export type LoginRequest = z.infer<typeof LoginRequest>;

/** The signed-in user, as only they see themselves. */
export const User = z.object({
  id: z.uuid(),
  email: z.string(),
  nickname: z.string(),
  ageBand: AgeBand,
  roles: z.array(Role),
  createdAt: Timestamp,
});
export type User = z.infer<typeof User>;

/** A signed-in session. The refresh token travels only in an `HttpOnly` cookie, never here. */
export const Session = z.object({
  accessToken: z.string(),
  /** Seconds from now, so that a wrong clock on the device does not matter. */
  expiresInSeconds: z.number().int().positive(),
  user: User,
});
export type Session = z.infer<typeof Session>;

export const UpdateUserRequest = z.object({ nickname: Nickname, wants: Wants }).partial();
export type UpdateUserRequest = z.infer<typeof UpdateUserRequest>;

export const ChangePasswordRequest = z.object({ current: z.string().min(1).max(128), next: Password });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

/** A place one is signed in at. */
export const SignedInSession = z.object({
  id: z.uuid(),
  current: z.boolean(),
  userAgent: z.string(),
  createdAt: Timestamp,
  lastUsedAt: Timestamp,
});
export type SignedInSession = z.infer<typeof SignedInSession>;
export const SignedInSessions = z.object({ items: z.array(SignedInSession) });
export type SignedInSessions = z.infer<typeof SignedInSessions>;
