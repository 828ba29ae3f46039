import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Nest's log lines through the server's own logger, so that there is one stream and one format. */
export class PinoLogger implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, ...context: unknown[]): void {
    this.logger.debug(fieldsOf(context), String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.logger.warn(fieldsOf(context), String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    this.logger.error(fieldsOf(context), String(message));
  }

  fatal(message: unknown, ...context: unknown[]): void {
    this.logger.fatal(fieldsOf(context), String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.logger.debug(fieldsOf(context), String(message));
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.logger.trace(fieldsOf(context), String(message));
  }
}

/** Nest gives the context last, and an error's stack before it. */
function fieldsOf(context: unknown[]): { context?: string; stack?: string } {
  const words = context.filter((each): each is string => typeof each === 'string');
  const name = words.at(-1);
  const stack = words.length > 1 ? words[0] : undefined;
  return { ...(name === undefined ? {} : { context: name }), ...(stack === undefined ? {} : { stack }) };
}
