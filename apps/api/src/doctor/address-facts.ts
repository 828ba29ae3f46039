import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Health } from '@ieum/api-contract';
import { codeOf, WAIT_WITHIN_MS } from './check';

/** What the address that people open answers. */
export interface AddressFacts {
  readonly reached: boolean;
  /** Why not. */
  readonly code: string | undefined;
  readonly tookMs: number;
  /** Whether it is Ieum that answers. */
  readonly isIeum: boolean;
  readonly passesSockets: boolean;
  /** The server's time to the second, and when by `performance.now()` it was told. */
  readonly time: { readonly date: Date; readonly askedAt: number } | undefined;
}

const MOST_BYTES = 10_000;

export async function readAddressFacts(origin: string, ca: string | undefined): Promise<AddressFacts> {
  const startedAt = performance.now();
  try {
    const [{ body, date }, passesSockets] = await Promise.all([askHealth(origin, ca), trySocket(origin, ca)]);
    const tookMs = performance.now() - startedAt;
    const time = date === undefined ? undefined : { date: new Date(date), askedAt: startedAt + tookMs / 2 };
    return { reached: true, code: undefined, tookMs, isIeum: isHealth(body), passesSockets, time };
  } catch (error) {
    const tookMs = performance.now() - startedAt;
    return { reached: false, code: codeOf(error), tookMs, isIeum: false, passesSockets: false, time: undefined };
  }
}

async function askHealth(origin: string, ca: string | undefined): Promise<{ body: string; date: string | undefined }> {
  const request = ask(new URL('/api/health/live', origin), { ...trust(ca) });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) {
    body += chunk as string;
    if (body.length > MOST_BYTES) break;
  }
  return { body, date: response.headers.date };
}

/** Only the way there: who it is, is asked afterwards, and nobody says. */
async function trySocket(origin: string, ca: string | undefined): Promise<boolean> {
  const request = ask(new URL('/socket.io/?EIO=4&transport=websocket', origin), {
    ...trust(ca),
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    },
  });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      // Node hands the socket over: destroying the request does not reach it any more.
      request.once('upgrade', (_response, socket) => {
        socket.on('error', () => undefined).destroy();
        resolve(true);
      });
      request.once('response', () => resolve(false));
      request.once('error', reject);
    });
  } finally {
    request.destroy();
  }
}

function ask(url: URL, options: RequestOptions & { ca?: string }) {
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    ...options,
    signal: AbortSignal.timeout(WAIT_WITHIN_MS),
    agent: false,
  });
  // Told to whoever waits for it; one that comes after that must not end the process.
  return request.on('error', () => undefined).end();
}

const trust = (ca: string | undefined) => (ca === undefined ? {} : { ca });

function isHealth(body: string): boolean {
  try {
    return Health.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}
