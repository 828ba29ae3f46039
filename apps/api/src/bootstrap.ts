import { resolve } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import type { DynamicModule, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { holdAnswersToSchemas } from './common/answers.decorator';
import { limitBodies } from './common/body-limit.decorator';
import { DomainErrorFilter, sendError } from './common/domain-error.filter';
import { PinoLogger } from './common/pino-logger';
import { toDomainError } from './common/to-domain-error';
import { ValidationPipe } from './common/validation.pipe';
import type { Config } from './config/config';
import { Database } from './database/database';
import { serveOpenApi } from './openapi';
import { SignalingAdapter } from './signaling/signaling.adapter';
import { traceQueries, traceRequests } from './tracing/traces';
import { addSecurityHeaders } from './web/security-headers';
import { serveWebPage } from './web/web-page';

/** The largest JSON body, unless a route says otherwise: a feedback with many corrections. */
const BODY_LIMIT_BYTES = 1_048_576;

/** A client that dribbles its request is cut off; sockets, once upgraded, are not bound by these. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 60_000;

/** Where the built web page lies beside the built API. */
const WEB_FOLDER = resolve(import.meta.dirname, '../../web/dist');

/** How Nest makes the application of a module: tests put their own providers in between. */
type Create = (
  module: DynamicModule,
  adapter: FastifyAdapter,
  options: NestApplicationOptions,
) => Promise<NestFastifyApplication>;

/** The application with everything that holds for all of it; not listening yet. Tests start it the same way. */
export async function createApp(
  module: DynamicModule,
  config: Config,
  webFolder: string = WEB_FOLDER,
  create: Create = (module, adapter, options) => NestFactory.create(module, adapter, options),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: 1_000 },
    trustProxy: config.trustedProxies,
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: config.logLevel },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // What Fastify refuses before it looks for a route, such as an address that cannot be decoded.
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply): void => {
      sendError(reply, toDomainError(error));
    },
  });
  const server = adapter.getInstance();
  const app = await create(module, adapter, {
    logger: new PinoLogger(server.log),
    abortOnError: false,
    forceCloseConnections: true,
  });
  if (config.tracing) {
    traceRequests(server);
    traceQueries(app.get(Database));
  }
  addSecurityHeaders(server, config.objects);
  holdAnswersToSchemas(server);
  limitBodies(server);
  // Parts of recordings, read by who has looked whose they are. JSON is Nest's.
  server.addContentTypeParser('application/octet-stream', (_request, body, done) => {
    done(null, body);
  });
  await app.register(fastifyCookie);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new DomainErrorFilter());
  app.useWebSocketAdapter(new SignalingAdapter(app, config.publicOrigins));
  serveOpenApi(app);
  await app.init();
  await serveWebPage(server, webFolder);
  return app;
}
