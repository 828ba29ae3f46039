import type { FastifyInstance } from 'fastify';
import { addRouteConfig } from './route-config';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The largest body of the route, in bytes, where it is not that of the server. */
    bodyLimit?: number;
  }
}

/** The largest body, in bytes, that this route takes: a larger one is refused with `request/too-large`. */
export function BodyLimit(bytes: number): MethodDecorator {
  return addRouteConfig({ bodyLimit: bytes });
}

/** Gives each route the limit of its decorator: Nest passes a route's config on, and none of its other options. */
export function limitBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { bodyLimit } = route.config ?? {};
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
}
