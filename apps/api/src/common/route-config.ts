import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyContextConfig } from 'fastify';

/** Adds to what Fastify knows of a route, in whatever order its decorators stand. */
export function addRouteConfig(config: FastifyContextConfig): MethodDecorator {
  return (target, name, descriptor) => {
    const known: unknown = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, descriptor.value as object);
    RouteConfig({ ...(known as FastifyContextConfig | undefined), ...config })(target, name, descriptor);
  };
}
