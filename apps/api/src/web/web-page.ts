import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from '../common/domain-error.filter';
import { DomainError } from '../common/domain-error';

/**
 * Serves the single-page app: hashed files for a year, the page itself never from a cache, and the page for every
 * address that a person could have bookmarked. Files come compressed as the build left them.
 */
export async function serveWebPage(server: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await server.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  } else {
    server.log.warn('The web page is not built: only the API is served. `npm start` builds both.');
  }
  server.get('/*', (request, reply) => {
    if (built && isNavigation(request)) return sendPage(reply);
    return sendError(reply, new DomainError('request/not-found', 'There is nothing here.'));
  });
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile('index.html');
}

/** What a browser's address bar asks for, and not a missing file or an unknown route of the API. */
function isNavigation({ url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return !/^\/(api|socket\.io|assets)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path);
}
