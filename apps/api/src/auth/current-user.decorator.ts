import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { unauthenticated } from './auth.errors';
import type { AuthUser } from './auth-user';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on every route that is not public. */
    authUser?: AuthUser;
  }
}

/** The user who asks. */
export const CurrentUser = createParamDecorator((_data: unknown, context: ExecutionContext): AuthUser => {
  const { authUser } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!authUser) throw unauthenticated();
  return authUser;
});
