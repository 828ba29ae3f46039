import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AccessTokens } from './access-tokens';
import { forbidden, unauthenticated } from './auth.errors';
import { IsPublic } from './public.decorator';
import { Roles } from './roles.decorator';

/** Lets a request through with a valid access token (RFC 6750) and the role its route asks for. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride(IsPublic, targets)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const user = this.tokens.verify(bearerToken(request.headers.authorization));
    const role = this.reflector.getAllAndOverride(Roles, targets);
    if (role && !user.roles.includes(role)) throw forbidden();
    request.authUser = user;
    return true;
  }
}

function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (!token) throw unauthenticated();
  return token;
}
