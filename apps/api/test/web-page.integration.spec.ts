import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

const PAGE = '<!doctype html><title>Ieum</title>';
const SCRIPT = 'console.log("hello");'.repeat(50);

describe('the web page', () => {
  let api: TestApi;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ieum-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), PAGE);
    await writeFile(join(folder, 'robots.txt'), 'User-agent: *');
    for (const [suffix, content] of [
      ['', SCRIPT],
      ['.br', brotliCompressSync(SCRIPT)],
      ['.gz', gzipSync(SCRIPT)],
    ] as const) {
      await writeFile(join(folder, `assets/main-abc123.js${suffix}`), content);
    }
    api = await startTestApi({ webFolder: folder });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  it.each(['/', '/login', '/consults/5f0c/feedback', '/rooms/5f0c?tab=1', '/apiary'])(
    'is there for the deep link %s, never from a cache',
    async (path) => {
      const page = await api.get(path);
      expect([page.status, page.body]).toEqual([200, PAGE]);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-type')).toContain('text/html');
    },
  );

  it('answers HEAD as it answers GET', async () => {
    const head = await api.send('/login', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it.each(['/assets/gone.js', '/favicon.ico', '/api', '/api/nothing', '/api/consults/x/y/z'])(
    'is not an answer to %s',
    async (path) => {
      const answer = await api.get(path);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'request/not-found']);
    },
  );

  it('is not an answer to a POST', async () => {
    const answer = await api.post('/login', {});
    expect([answer.status, codeOf(answer)]).toEqual([404, 'request/not-found']);
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('gives no file from outside its folder for %s', async (path) => {
    const answer = await api.get(path);
    expect(JSON.stringify(answer.body)).not.toMatch(/@ieum\/api|root:/u);
  });

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['identity', null],
  ])('sends scripts as the build compressed them: %s', async (accepted, sent) => {
    const script = await api.get('/assets/main-abc123.js', undefined, { 'accept-encoding': accepted });
    expect([script.status, script.body]).toEqual([200, SCRIPT]);
    expect(script.headers.get('content-encoding')).toBe(sent);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(script.headers.get('vary')).toContain('accept-encoding');
  });

  it('stays small when its address is long', async () => {
    const answer = await api.get(`/${'x'.repeat(20_000)}`);
    expect([414, 431, 200, 404]).toContain(answer.status);
    expect((await api.get('/')).status).toBe(200);
  });
});

describe('the headers of every answer', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it.each(['/', '/api/health/live', '/api/auth/me', '/api/nothing', '/api/docs', '/api/docs/swagger-ui.css'])(
    'protect %s',
    async (path) => {
      const { headers } = await api.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      const host = new URL(api.url).host;
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "img-src 'self' data: blob:",
        `connect-src 'self' ws://${host} wss://${host}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toMatch(/script-src[^;]*unsafe/u);
      expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self), display-capture=(self)');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('ask for TLS once the request came over TLS', async () => {
    const { headers } = await api.get('/api/health/live', undefined, { 'x-forwarded-proto': 'https' });
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}/u);
  });

  it('keep answers of the API out of caches', async () => {
    for (const path of ['/api/health/live', '/api/auth/me']) {
      expect((await api.get(path)).headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('without a built web page', () => {
  it('serves the API, and says of the page that there is nothing', async () => {
    const api = await startTestApi();
    expect((await api.get('/api/health/ready')).body).toEqual({ status: 'ok', degraded: [] });
    const page = await api.get('/');
    expect([page.status, codeOf(page)]).toEqual([404, 'request/not-found']);
    await api.close();
  });
});
