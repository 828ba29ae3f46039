import type { ErrorBody } from '@ieum/api-contract';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DomainError } from './domain-error';
import { STATUS_OF } from './error-status';
import { toDomainError } from './to-domain-error';

/** Answers whatever a route threw, in the one shape that clients know. */
@Catch()
export class DomainErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendError(host.switchToHttp().getResponse<FastifyReply>(), toDomainError(error));
  }
}

export function sendError(reply: FastifyReply, error: DomainError): FastifyReply {
  const body: ErrorBody = { error: error.toProtocolError() };
  if (body.error.retryAfterMs !== undefined) {
    void reply.header('retry-after', String(Math.ceil(body.error.retryAfterMs / 1000)));
  }
  return reply.status(STATUS_OF[error.code]).send(body);
}
