import { type SpanOptions, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { DomainError } from '../common/domain-error';

/** Records nothing before `startTracing`. */
export const tracer: Tracer = trace.getTracer('ieum');

/** Does the work as a span: what it asks of the database meanwhile is told below it. A refusal is told by its code. */
export function inSpan<T>(name: string, options: SpanOptions, work: () => T): T {
  return tracer.startActiveSpan(name, options, (span) => {
    const fail = (error: unknown): void => {
      // Neither message nor stack: they may quote somebody.
      span.setAttribute('error.type', error instanceof DomainError ? error.code : 'internal');
      if (!(error instanceof DomainError)) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
    try {
      const result = work();
      if (result instanceof Promise) result.then(() => span.end(), fail);
      else span.end();
      return result;
    } catch (error) {
      fail(error);
      throw error;
    }
  });
}
