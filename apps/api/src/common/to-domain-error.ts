import { HttpException, Logger } from '@nestjs/common';
import { DomainError } from './domain-error';
import { errorCode } from './error-code';
import { stackOf } from './stack-of';

const logger = new Logger('Request');

/** SQLSTATE classes of a database that is away or overburdened: connection, resources, operator, and lock time-outs. */
const DATABASE_AWAY = /^(08|53|57)|^55P03$/;
const NETWORK_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND']);

/**
 * Whatever was thrown as a refusal that may be shown. What nobody expected is logged, with its stack and without the
 * request, and becomes `server/internal`: nothing of it reaches the client.
 */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (isDatabaseAway(error)) {
    logger.warn('The database is away.');
    return new DomainError('server/unavailable', 'The server cannot do this right now: try again.', {
      cause: error,
      retryAfterMs: 1000,
    });
  }
  const status = statusOf(error);
  if (status === 404) return new DomainError('request/not-found', 'There is nothing here.', { cause: error });
  if (status === 413) return new DomainError('request/too-large', 'The body is too large.', { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    return new DomainError('request/invalid', 'The request could not be understood.', { cause: error });
  }
  logger.error('A request failed.', stackOf(error));
  return new DomainError('server/internal', 'Something went wrong on the server.', { cause: error });
}

/** Nest's exceptions and Fastify's own errors carry the status they would have answered with. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}

function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Error && 'driverError' in error) return isDatabaseAway(error.driverError);
  const code = errorCode(error);
  if (code !== undefined) return DATABASE_AWAY.test(code) || NETWORK_AWAY.has(code);
  if (!(error instanceof Error)) return false;
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
