import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionEnded } from './auth.errors';
import { REFRESH_TOKEN_SECONDS } from './auth.service';

const NAME = 'ieum_refresh';

/** Only our own scripts' requests carry it, no script can read it, and it travels to the account routes alone. */
function attributes(request: FastifyRequest) {
  return { path: '/api/auth', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
}

export function setRefreshCookie(request: FastifyRequest, reply: FastifyReply, refreshToken: string): void {
  void reply.setCookie(NAME, refreshToken, { ...attributes(request), maxAge: REFRESH_TOKEN_SECONDS });
}

export function clearRefreshCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(NAME, attributes(request));
}

export function findRefreshCookie(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

/** @throws DomainError `auth/session-ended` when there is none */
export function readRefreshCookie(request: FastifyRequest): string {
  const token = findRefreshCookie(request);
  if (!token) throw sessionEnded();
  return token;
}
