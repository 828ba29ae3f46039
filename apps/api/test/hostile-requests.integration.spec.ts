import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const json = { 'content-type': 'application/json' };

describe('a hostile request', () => {
  let api: TestApi;
  let mentor: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
    mentor = await api.registerMentor();
  });
  afterAll(() => api.close());

  const login = (body: RequestInit['body'], headers: Record<string, string> = json) =>
    api.send('/api/auth/login', { method: 'POST', headers, ...(body === undefined ? {} : { body }) });

  const bodies: [string, RequestInit['body'], number, string][] = [
    ['no body', undefined, 400, 'request/invalid'],
    ['an empty body', '', 400, 'request/invalid'],
    ['half an object', '{"email":', 400, 'request/invalid'],
    ['null', 'null', 400, 'request/invalid'],
    ['a number', '1e999', 400, 'request/invalid'],
    ['a text', '"hello"', 400, 'request/invalid'],
    ['a list', '[]', 400, 'request/invalid'],
    ['a list of lists', `${'['.repeat(5000)}${']'.repeat(5000)}`, 400, 'request/invalid'],
    ['an object a thousand deep', nested(1000), 400, 'request/invalid'],
    ['an object fifty thousand deep', nested(50_000), 400, 'request/invalid'],
    ['a prototype', '{"__proto__":{"admin":true},"email":"a@b.co","password":"x"}', 400, 'request/invalid'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', 400, 'request/invalid'],
    ['an object where a text belongs', '{"email":{"$ne":null},"password":{"$ne":null}}', 400, 'request/invalid'],
    ['a list where a text belongs', '{"email":["a@b.co"],"password":["x"]}', 400, 'request/invalid'],
    ['truth where a text belongs', '{"email":true,"password":true}', 400, 'request/invalid'],
    [
      'a password of a megabyte, nearly',
      JSON.stringify({ email: 'a@b.co', password: 'x'.repeat(1_000_000) }),
      400,
      'request/invalid',
    ],
    [
      'more than a megabyte',
      JSON.stringify({ email: 'a@b.co', password: 'x'.repeat(1_100_000) }),
      413,
      'request/too-large',
    ],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x80, 0x22]), 400, 'request/invalid'],
    ['half a surrogate', '{"email":"\\ud800@example.org","password":"x"}', 400, 'request/invalid'],
    ['a zero character', '{"email":"a\\u0000@example.org","password":"x"}', 400, 'request/invalid'],
    [
      'a thousand keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`k${n}`, n]))),
      400,
      'request/invalid',
    ],
  ];

  it.each(bodies)('with %s gets a typed answer, and the server goes on', async (_what, body, status, code) => {
    const answer = await login(body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect((await api.get('/api/health/ready')).status).toBe(200);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'nonsense',
  ])('of type %s is refused', async (type) => {
    const answer = await login('{"email":"a@b.co","password":"x"}', { 'content-type': type });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'request/invalid']);
  });

  it('never finds its own words in the refusal', async () => {
    const canary = 'canary-5f0c-secret';
    const bodiesWithCanary = [
      `{"email":"${canary}"`,
      `{"email":"${canary}","password":"${canary}"}`,
      `{"${canary}":1}`,
      `"${canary}"`,
    ];
    for (const body of bodiesWithCanary) {
      expect(JSON.stringify((await login(body)).body)).not.toContain(canary);
    }
    for (const path of [`/api/${canary}`, `/api/consults/${canary}`, `/api/consults?cursor=${canary}`]) {
      expect(JSON.stringify((await api.get(path, mentor)).body)).not.toContain(canary);
    }
  });

  it('with text in an id, a cursor or a parameter reaches no query', async () => {
    for (const id of ["1' OR '1'='1", '%00', '../../etc', '%', '%c0%ae', 'x'.repeat(5000)]) {
      for (const path of [`/api/consults/${id}`, `/api/consults/${id}/feedback`, `/api/auth/sessions/${id}`]) {
        const method = path.includes('sessions') ? 'DELETE' : 'GET';
        const answer = await api.request(method, path, undefined, mentor);
        expect([id.slice(0, 20), [400, 404, 414].includes(answer.status)]).toEqual([id.slice(0, 20), true]);
        expect(codeOf(answer)).toMatch(/^request\//u);
      }
    }
  });

  it('with a foreign Host header changes nothing in the policy', async () => {
    const answer = await raw(
      api.url,
      "GET / HTTP/1.1\r\nHost: x; script-src 'unsafe-inline'\r\nConnection: close\r\n\r\n",
    );
    expect(answer).not.toMatch(/script-src 'unsafe-inline'/u);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['two lengths', 'POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!'],
    [
      'a length and chunks',
      'POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['headers of 100 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`],
  ])('of raw bytes with %s ends its own connection only', async (_what, bytes) => {
    expect(await raw(api.url, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect((await api.get('/api/health/ready')).status).toBe(200);
  });

  it('of ten thousand kinds ends nothing', async () => {
    const values = [null, true, -1, 1e308, '', 'x'.repeat(100), [], {}, [[]], { a: { b: [] } }, '\u0000', '💥'];
    const keys = ['email', 'password', 'nickname', 'ageBand', 'wants', 'kinds', 'topics', 'current', 'next'];
    const routes = [
      ['POST', '/api/auth/login'],
      ['POST', '/api/auth/password'],
      ['PUT', '/api/mentors/me/profile'],
      ['PATCH', '/api/users/me'],
      ['POST', '/api/consults'],
    ] as const;
    const statuses = new Set<number>();
    for (const [method, path] of routes) {
      for (const key of keys) {
        const answers = await Promise.all(
          values.map((value) => api.request(method, path, { [key]: value, line: value }, mentor)),
        );
        for (const { status } of answers) statuses.add(status);
      }
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    expect((await api.get('/api/auth/me', mentor)).status).toBe(200);
  });
});

/** Sends bytes and returns what comes back until the server closes. */
async function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
