import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createApiRequester } from './request-api';

const Thing = z.object({ name: z.string() });
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string, more = {}) => json(status, { error: { code, message: 'no', ...more } });

/** A server that gives these answers in turn, and a session whose refresh gives the next token. */
function world(answers: (Response | Error)[], { tokens = ['one'] as string[], expiring = false } = {}) {
  const sent: { path: string; init: RequestInit }[] = [];
  const left = [...tokens];
  let token = left.shift();
  let refreshes = 0;
  const request = createApiRequester({
    fetch: async (path, init = {}) => {
      sent.push({ path: String(path), init });
      const answer = answers.shift();
      if (answer instanceof Response) return answer;
      throw answer ?? new TypeError('no answer left');
    },
    session: {
      getSnapshot: () =>
        token === undefined
          ? { status: 'signed-out' }
          : { status: 'signed-in', accessToken: token, expiresAt: 0, user: {} as never },
      isExpiring: () => expiring,
      refresh: async () => {
        refreshes += 1;
        expiring = false;
        token = left.shift();
        return token !== undefined;
      },
    },
  });
  const header = (index: number, name: string) => new Headers(sent[index]?.init.headers).get(name);
  return { request, sent, header, refreshes: () => refreshes };
}

const get = { method: 'GET', path: '/api/thing', response: Thing } as const;

describe('a request to the API', () => {
  it('carries the token and parses the answer by its schema', async () => {
    const { request, header } = world([json(200, { name: 'a', secret: 'dropped' })]);
    expect(await request(get)).toEqual({ name: 'a' });
    expect(header(0, 'authorization')).toBe('Bearer one');
    expect(header(0, 'content-type')).toBeNull();
  });

  it('sends bytes as they are, with their digest', async () => {
    const { request, sent, header } = world([new Response(null, { status: 204 })]);
    const content = Uint8Array.of(1, 2, 3);
    await request({ method: 'PUT', path: '/api/thing/0', bytes: { content, sha256: 'abc=' } });
    expect(sent[0]?.init.body).toBe(content);
    expect(header(0, 'content-type')).toBe('application/octet-stream');
    expect(header(0, 'content-digest')).toBe('sha-256=:abc=:');
  });

  it('gives a file with its type, and a refusal in its place as an error', async () => {
    const sound = new Response('sound', { headers: { 'content-type': 'audio/webm' } });
    const { request } = world([sound, refusal(404, 'request/not-found')]);
    const file = await request({ method: 'GET', path: '/api/thing/audio', response: 'blob' });
    expect([file.type, await file.text()]).toEqual(['audio/webm', 'sound']);
    const again = request({ method: 'GET', path: '/api/thing/audio', response: 'blob' });
    await expect(again).rejects.toMatchObject({ code: 'request/not-found', status: 404 });
  });

  it('knows when to come back, also from a proxy that counts requests', async () => {
    const headers = { 'retry-after': '7' };
    const { request } = world([
      new Response('<html>', { status: 429, headers }),
      new Response('<html>', { status: 503, headers: { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' } }),
      refusal(429, 'request/rate-limited', { retryAfterMs: 1_500 }),
    ]);
    await expect(request(get)).rejects.toMatchObject({ code: 'request/rate-limited', retryAfterMs: 7_000 });
    await expect(request(get)).rejects.toMatchObject({ code: 'server/unavailable', retryAfterMs: undefined });
    await expect(request(get)).rejects.toMatchObject({ code: 'request/rate-limited', retryAfterMs: 1_500 });
  });

  it('needs no body in an answer when none is expected', async () => {
    const { request, sent } = world([new Response(null, { status: 204 })]);
    expect(await request({ method: 'POST', path: '/api/x', body: { a: 1 } })).toBeUndefined();
    expect(sent[0]?.init.body).toBe('{"a":1}');
  });

  it('renews a token that has ended, once, and sends the request again', async () => {
    const { request, header, refreshes } = world([refusal(401, 'auth/token-expired'), json(200, { name: 'a' })], {
      tokens: ['one', 'two'],
    });
    expect(await request(get)).toEqual({ name: 'a' });
    expect(header(1, 'authorization')).toBe('Bearer two');
    expect(refreshes()).toBe(1);
  });

  it('does not renew for ever', async () => {
    const answers = [refusal(401, 'auth/token-expired'), refusal(401, 'auth/token-expired')];
    const { request, refreshes } = world(answers, { tokens: ['one', 'two', 'three'] });
    await expect(request(get)).rejects.toMatchObject({ code: 'auth/token-expired', status: 401 });
    expect(refreshes()).toBe(1);
  });

  it('does not take a wrong password for a token that has ended', async () => {
    const { request, refreshes } = world([refusal(401, 'auth/invalid-credentials')]);
    await expect(request(get)).rejects.toMatchObject({ code: 'auth/invalid-credentials' });
    expect(refreshes()).toBe(0);
  });

  it('renews beforehand when the token is about to end', async () => {
    const { request, header } = world([json(200, { name: 'a' })], { tokens: ['one', 'two'], expiring: true });
    await request(get);
    expect(header(0, 'authorization')).toBe('Bearer two');
  });

  it('passes on the code, the issues and the wait of a refusal', async () => {
    const issues = [{ path: 'name', code: 'too_small' }];
    const { request } = world([refusal(429, 'request/rate-limited', { retryAfterMs: 500, issues })]);
    await expect(request(get)).rejects.toMatchObject({ code: 'request/rate-limited', retryAfterMs: 500, issues });
  });

  it.each([
    ['no network', new TypeError('failed to fetch'), 'network/offline'],
    ['an answer of another shape', json(200, { nick: 'a' }), 'network/bad-answer'],
    ['a page instead of an answer', new Response('<html>', { status: 200 }), 'network/bad-answer'],
    ['a proxy that cannot reach the server', new Response('<html>', { status: 502 }), 'server/unavailable'],
    ['a refusal nobody knows', refusal(400, 'made/up'), 'network/bad-answer'],
  ])('turns %s into a typed error', async (_case, answer, code) => {
    const { request } = world([answer]);
    await expect(request(get)).rejects.toMatchObject({ name: 'ApiError', code });
  });

  it('leaves the reason of whoever gave up as it is', async () => {
    const reason = new DOMException('left the page', 'AbortError');
    const { request } = world([reason]);
    await expect(request({ ...get, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
