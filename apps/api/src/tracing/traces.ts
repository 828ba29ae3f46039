import type { RequestName } from '@ieum/signaling-protocol';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../database/database';
import { inSpan, tracer } from './span';

/**
 * One trace for each request, by method and route: no address, id or query of anybody. A caller's own trace is not
 * taken up, for anybody could send one.
 */
export function traceRequests(server: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url;
    if (route?.startsWith('/api/')) {
      const attributes = { 'http.request.method': method, 'http.route': route };
      spans.set(request, tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, root: true, attributes }));
    }
    done();
  });
  // Not before the body was read: the events of its stream know nothing of this request.
  server.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) context.with(trace.setSpan(context.active(), span), done);
    else done();
  });
  server.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

/** Every query of a traced request, below it. The text is safe to tell: all values are parameters. */
export function traceQueries(database: Database): void {
  database.watch(({ verb, text, seconds, failed }) => {
    if (!trace.getActiveSpan()) return;
    const end = performance.timeOrigin + performance.now();
    const span = tracer.startSpan(verb, {
      kind: SpanKind.CLIENT,
      startTime: end - seconds * 1000,
      attributes: { 'db.system.name': 'postgresql', 'db.operation.name': verb, 'db.query.text': text },
    });
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(end);
  });
}

type Handler = (socket: never, request: never) => unknown;

/** The same handlers, each request on a socket a trace by its event. */
export function traceHandlers<Handlers extends Readonly<Record<RequestName, Handler>>>(handlers: Handlers): Handlers {
  const traced = Object.entries<Handler>(handlers).map(([name, handle]): [string, Handler] => {
    const options = { kind: SpanKind.SERVER, root: true, attributes: { 'ieum.event': name } };
    return [name, (socket, request) => inSpan(`socket ${name}`, options, () => handle(socket, request))];
  });
  return Object.fromEntries(traced) as Handlers;
}
