import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { addRouteConfig } from './route-config';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route's granted answers are parsed by on their way out. */
    answers?: z.ZodType;
  }
}

/** What a route answers when it grants: its status, and the schema that both the answer and OpenAPI are held to. */
export function Answers(status: number, schema: z.ZodType): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    addRouteConfig({ answers: schema }),
    ApiResponse({ status, description: 'Granted.', standardSchema: schema }),
  );
}

/**
 * Holds answers to their schemas: nothing leaves that a schema does not name, and an answer that breaks it is an error
 * of ours. A hook of the server does what Nest's serializer interceptor would, without an RxJS chain per request.
 */
export function holdAnswersToSchemas(server: FastifyInstance): void {
  server.addHook('preSerialization', (request, reply, payload: unknown, done) => {
    const { answers } = request.routeOptions.config;
    if (!answers || reply.statusCode >= 400) return done(null, payload);
    const result = answers.safeParse(payload);
    if (result.success) done(null, result.data);
    else done(new Error(`The answer of ${request.routeOptions.url} breaks its schema.`, { cause: result.error }));
  });
}
