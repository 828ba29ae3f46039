import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request may open a socket: from a page of our own host or a configured origin, or from a program, which
 * sends no `Origin` (RFC 6455 section 10.2: browsers always do).
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, extraOrigins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (extraOrigins.includes(origin)) return true;
  return host !== undefined && (origin === `https://${host}` || origin === `http://${host}`);
}
