import { createSecretKey } from 'node:crypto';
import { Role } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { type JwtModuleOptions, JwtService } from '@nestjs/jwt';
import { z } from 'zod';
import { Clock } from '../common/clock';
import { ACCESS_TOKEN_SECONDS } from './access-token-lifetime';
import { sessionEnded, tokenExpired, unauthenticated } from './auth.errors';
import type { AuthUser } from './auth-user';
import { EndedSessions } from './ended-sessions';

const ISSUER = 'ieum';
const AUDIENCE = 'ieum-api';
/** `typ` of RFC 9068: a token made for something else is not an access token. */
const TYPE = 'at+jwt';
const ALGORITHM = 'HS256';

const Claims = z.object({
  header: z.object({ typ: z.literal(TYPE), alg: z.literal(ALGORITHM) }),
  payload: z.object({
    sub: z.uuid(),
    sid: z.uuid(),
    roles: z.array(Role),
    exp: z.number().int(),
    iat: z.number().int(),
  }),
});

/** What `JwtModule` needs: the secret as a key object, which is imported once instead of at every check. */
export function jwtOptions(secret: string): JwtModuleOptions {
  return {
    secret: createSecretKey(Buffer.from(secret)),
    signOptions: { algorithm: ALGORITHM, issuer: ISSUER, audience: AUDIENCE, header: { alg: ALGORITHM, typ: TYPE } },
    verifyOptions: { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, complete: true },
  };
}

/** Short-lived proofs of who is asking (RFC 7519, and RFC 8725 for how to check them). */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly endedSessions: EndedSessions,
    private readonly clock: Clock,
  ) {}

  issue(user: { id: string; sessionId: string; roles: readonly Role[] }): { token: string; expiresInSeconds: number } {
    const now = this.seconds();
    const token = this.jwt.sign({
      sub: user.id,
      sid: user.sessionId,
      roles: user.roles,
      iat: now,
      exp: now + ACCESS_TOKEN_SECONDS,
    });
    return { token, expiresInSeconds: ACCESS_TOKEN_SECONDS };
  }

  /** @throws DomainError `auth/unauthenticated`, `auth/token-expired`, `auth/session-ended` */
  verify(token: string): AuthUser {
    const claims = Claims.safeParse(this.decode(token));
    if (!claims.success) throw unauthenticated(claims.error);
    const { sub, sid, roles, exp } = claims.data.payload;
    if (this.endedSessions.has(sid)) throw sessionEnded();
    return { id: sub, sessionId: sid, roles, expiresAt: new Date(exp * 1000) };
  }

  private decode(token: string): unknown {
    try {
      return this.jwt.verify<Record<string, unknown>>(token, { clockTimestamp: this.seconds() });
    } catch (cause) {
      throw cause instanceof Error && cause.name === 'TokenExpiredError' ? tokenExpired(cause) : unauthenticated(cause);
    }
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
