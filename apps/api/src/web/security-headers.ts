import type { FastifyInstance } from 'fastify';
import type { ObjectSettings } from '../config/object-settings';

/** Nothing from anywhere else, no inline script; styles may be inline because the component library sets them so. */
function contentSecurityPolicy(host: string | undefined, store: string | undefined): string {
  const sockets = host ? `ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ['connect-src', "'self'", sockets, store].filter(Boolean).join(' '),
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A `Host` header that can stand in a policy; anything else is left out of it. */
const HOST = /^[\w.[\]:-]+$/;

/**
 * The headers that every answer carries (OWASP ASVS 5.0, chapter 3.4). Pages may fetch from the object store where browsers
 * reach it.
 */
export function addSecurityHeaders(server: FastifyInstance, objects: ObjectSettings): void {
  const address = objects.kind === 's3' ? objects.publicEndpoint : undefined;
  const store = address === undefined ? undefined : new URL(address).origin;
  server.addHook('onRequest', (request, reply, done) => {
    const { host } = request.headers;
    void reply.headers({
      'content-security-policy': contentSecurityPolicy(host && HOST.test(host) ? host : undefined, store),
      'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    if (request.protocol === 'https') void reply.header('strict-transport-security', 'max-age=31536000');
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    done();
  });
}
