import { createHash, randomBytes } from 'node:crypto';
import type {
  ChangePasswordRequest,
  LoginRequest,
  RegisterRequest,
  Session,
  SignedInSessions,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { toUser, type UserRecord, UsersService } from '../users/users.service';
import { AccessTokens } from './access-tokens';
import {
  guardianConsentRequired,
  invalidCredentials,
  refreshReused,
  sessionEnded,
  sessionNotFound,
} from './auth.errors';
import type { AuthUser } from './auth-user';
import { Passwords } from './passwords';
import { SessionEvents } from './session-events';
import { SessionsRepository } from './sessions.repository';

/** How long a session goes on without being used. */
export const REFRESH_TOKEN_SECONDS = 30 * 24 * 3600;

/** Tabs that wake up together show the same token; within this time they all get a new one. */
const GRACE_SECONDS = 10;

/** A session with the refresh token that goes into the cookie. */
export interface SignedIn {
  readonly session: Session;
  readonly refreshToken: string;
}

/** Accounts and sessions: rotating refresh tokens with reuse detection (RFC 9700 section 4.14). */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsRepository,
    private readonly tokens: AccessTokens,
    private readonly events: SessionEvents,
  ) {}

  async register(request: RegisterRequest, userAgent: string): Promise<SignedIn> {
    const { password, ageBand, email, nickname, wants } = request;
    if (ageBand === 'under-14') throw guardianConsentRequired();
    this.passwords.mustBeStrong(password, [email, nickname]);
    const passwordHash = await this.passwords.hash(password);
    return this.open(await this.users.create({ email, nickname, ageBand, wants, passwordHash }), userAgent);
  }

  async login({ email, password }: LoginRequest, userAgent: string): Promise<SignedIn> {
    const user = await this.users.findByEmail(email);
    if (!(await this.passwords.verify(password, user?.passwordHash)) || !user) {
      this.events.emit('refused', 'credentials');
      throw invalidCredentials();
    }
    return this.open(user, userAgent);
  }

  /** Trades a refresh token for a new one. One that was used before ends the session: somebody has a copy. */
  async refresh(refreshToken: string): Promise<SignedIn> {
    const next = makeToken();
    const used = await this.sessions.rotate(hashOf(refreshToken), hashOf(next), GRACE_SECONDS, REFRESH_TOKEN_SECONDS);
    if (!used || used.ended || used.expired) throw sessionEnded();
    if (used.reused) {
      await this.end(used.sessionId, used.userId);
      throw refreshReused();
    }
    const user = await this.users.findById(used.userId);
    return this.signIn(user, used.sessionId, next);
  }

  /** Ends the session that this refresh token belongs to; one that is unknown or ended is as good as ended. */
  async logout(refreshToken: string): Promise<void> {
    const owner = await this.sessions.findOwner(hashOf(refreshToken));
    if (owner) await this.end(owner.sessionId, owner.userId);
  }

  async changePassword(user: AuthUser, { current, next }: ChangePasswordRequest): Promise<void> {
    const record = await this.users.findById(user.id);
    if (!(await this.passwords.verify(current, record.passwordHash))) throw invalidCredentials();
    this.passwords.mustBeStrong(next, [record.email, record.nickname]);
    await this.users.setPasswordHash(user.id, await this.passwords.hash(next));
    for (const sessionId of await this.sessions.endOthers(user.id, user.sessionId)) {
      this.events.tell('ended', { sessionId });
    }
  }

  async listSessions(user: AuthUser): Promise<SignedInSessions> {
    const rows = await this.sessions.findOpen(user.id);
    return {
      items: rows.map(({ id, userAgent, createdAt, lastUsedAt }) => ({
        id,
        current: id === user.sessionId,
        userAgent,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
      })),
    };
  }

  async endSession(user: AuthUser, sessionId: string): Promise<void> {
    if (!(await this.end(sessionId, user.id))) throw sessionNotFound();
  }

  private async open(user: UserRecord, userAgent: string): Promise<SignedIn> {
    const refreshToken = makeToken();
    const hash = hashOf(refreshToken);
    const sessionId = await this.sessions.open(user.id, userAgent.slice(0, 300), hash, REFRESH_TOKEN_SECONDS);
    // Roles that were taken back meanwhile took the sessions with them, but not this one.
    return this.signIn(await this.users.findById(user.id), sessionId, refreshToken);
  }

  private signIn(user: UserRecord, sessionId: string, refreshToken: string): SignedIn {
    const { token, expiresInSeconds } = this.tokens.issue({ id: user.id, sessionId, roles: user.roles });
    return { refreshToken, session: { accessToken: token, expiresInSeconds, user: toUser(user) } };
  }

  private async end(sessionId: string, userId: string): Promise<boolean> {
    const ended = await this.sessions.end(sessionId, userId);
    if (ended) this.events.tell('ended', { sessionId });
    return ended;
  }
}

function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The token is 256 random bits: a plain hash is all it needs (no salt, no stretching). */
function hashOf(refreshToken: string): Buffer {
  return createHash('sha256').update(refreshToken).digest();
}
