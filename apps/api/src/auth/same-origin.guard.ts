import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isAllowedOrigin } from '../common/allowed-origin';
import { Config } from '../config/config';
import { foreignOrigin } from './auth.errors';

/** For the routes that a cookie opens: a page of another origin may not use them (OWASP ASVS 5.0, 3.5.1). */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isAllowedOrigin(headers, this.config.publicOrigins)) throw foreignOrigin();
    return true;
  }
}
