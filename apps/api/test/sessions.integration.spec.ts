import type { Session, SignedInSessions } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

describe('sessions', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const refresh = (cookie: string, headers = {}) =>
    api.post('/api/auth/refresh', undefined, undefined, { cookie, ...headers });
  const cookieOf = (answer: { headers: Headers }) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const login = ({ email, password }: TestUser) => api.post('/api/auth/login', { email, password });
  const letGracePass = (user: TestUser) =>
    api.query(
      `UPDATE refresh_tokens t SET replaced_at = now() - interval '11 seconds'
       FROM sessions s WHERE s.id = t.session_id AND s.user_id = $1 AND replaced_at IS NOT NULL`,
      [user.id],
    );

  it('trades a refresh token for a new pair, over and over', async () => {
    let { cookie } = await api.registerStudent();
    const seen = new Set([cookie]);
    for (let round = 0; round < 5; round += 1) {
      const answer = await refresh(cookie);
      expect(answer.status).toBe(200);
      expect((await api.get('/api/auth/me', answer.body as Session)).status).toBe(200);
      cookie = cookieOf(answer);
      expect(seen.has(cookie)).toBe(false);
      seen.add(cookie);
    }
  });

  it('keeps only hashes of refresh tokens', async () => {
    const { cookie } = await api.registerStudent();
    const token = cookie.split('=')[1] ?? '';
    const rows = await api.query<{ hash: Buffer }>('SELECT hash FROM refresh_tokens');
    expect(rows.length).toBeGreaterThan(0);
    for (const { hash } of rows) {
      expect(hash).toHaveLength(32);
      expect(hash.toString('base64url')).not.toBe(token);
    }
  });

  it('logs nobody out when fifty tabs refresh at once with the same token', async () => {
    const { cookie } = await api.registerStudent();
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(cookie)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const last = answers.at(-1);
    if (!last) throw new Error('There were no answers.');
    for (const each of answers) expect((await api.get('/api/auth/me', each.body as Session)).status).toBe(200);
    expect((await refresh(cookieOf(last))).status).toBe(200);
  });

  it('ends the session and its sockets when a used token comes back after the grace', async () => {
    const user = await api.registerStudent();
    const socket = await TestSocket.connect(api.url, user.accessToken);
    const next = await refresh(user.cookie);
    await letGracePass(user);
    const startedAt = performance.now();
    const replayed = await refresh(user.cookie);
    expect([replayed.status, codeOf(replayed)]).toEqual([401, 'auth/refresh-reused']);
    expect(await socket.next('session:ended')).toMatchObject({ code: 'auth/session-ended' });
    await socket.closed();
    expect((await api.get('/api/auth/me', next.body as Session)).status).toBe(401);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(codeOf(await refresh(cookieOf(next)))).toBe('auth/session-ended');
  });

  it('says why there is nothing to refresh', async () => {
    for (const cookie of ['', 'ieum_refresh=', 'ieum_refresh=nonsense', `ieum_refresh=${'x'.repeat(4000)}`]) {
      const answer = await refresh(cookie);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'auth/session-ended']);
    }
  });

  it('refuses a refresh token that ended by itself', async () => {
    const user = await api.registerStudent();
    await api.query(
      `UPDATE refresh_tokens t SET expires_at = now() FROM sessions s WHERE s.id = t.session_id AND s.user_id = $1`,
      [user.id],
    );
    expect(codeOf(await refresh(user.cookie))).toBe('auth/session-ended');
  });

  it('serves the cookie’s routes to no page of another origin', async () => {
    const { cookie } = await api.registerStudent();
    const { host } = new URL(api.url);
    for (const origin of ['https://evil.example', 'null', `http://${host}.evil.example`, 'http://127.0.0.1:1']) {
      for (const path of ['/api/auth/refresh', '/api/auth/logout', '/api/auth/login']) {
        const answer = await api.post(path, undefined, undefined, { cookie, origin });
        expect([path, answer.status, codeOf(answer)]).toEqual([path, 403, 'auth/forbidden']);
      }
    }
    expect((await refresh(cookie, { origin: `http://${host}` })).status).toBe(200);
  });

  it('ends REST and sockets within two seconds of a logout', async () => {
    const user = await api.registerStudent();
    const socket = await TestSocket.connect(api.url, user.accessToken);
    const startedAt = performance.now();
    const answer = await api.post('/api/auth/logout', undefined, undefined, { cookie: user.cookie });
    expect([answer.status, answer.headers.getSetCookie()[0]]).toEqual([204, expect.stringMatching(/^ieum_refresh=;/u)]);
    expect(await socket.next('session:ended')).toMatchObject({ code: 'auth/session-ended' });
    await socket.closed();
    const me = await api.get('/api/auth/me', user);
    expect([me.status, codeOf(me)]).toEqual([401, 'auth/session-ended']);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    await expect(TestSocket.connect(api.url, user.accessToken)).rejects.toThrow('auth/session-ended');
    expect(codeOf(await refresh(user.cookie))).toBe('auth/session-ended');
  });

  it('logs out quietly when there is no session', async () => {
    expect((await api.post('/api/auth/logout')).status).toBe(204);
    expect((await api.post('/api/auth/logout', undefined, undefined, { cookie: 'ieum_refresh=unknown' })).status).toBe(
      204,
    );
  });

  it('lists where one is signed in and ends one of them', async () => {
    const user = await api.registerStudent();
    const elsewhere = await api.post('/api/auth/login', { email: user.email, password: user.password }, undefined, {
      'user-agent': 'Another browser',
    });
    const { items } = (await api.get('/api/auth/sessions', user)).body as SignedInSessions;
    expect(items.map(({ current, userAgent }) => [current, userAgent === 'Another browser'])).toEqual(
      expect.arrayContaining([
        [true, false],
        [false, true],
      ]),
    );
    const other = items.find(({ current }) => !current);
    expect((await api.delete(`/api/auth/sessions/${other?.id}`, user)).status).toBe(204);
    expect((await api.get('/api/auth/me', elsewhere.body as Session)).status).toBe(401);
    expect((await api.get('/api/auth/me', user)).status).toBe(200);
    expect(((await api.get('/api/auth/sessions', user)).body as SignedInSessions).items).toHaveLength(1);
    expect((await api.delete(`/api/auth/sessions/${other?.id}`, user)).status).toBe(404);
  });

  it('does not end a session of somebody else', async () => {
    const user = await api.registerStudent();
    const { items } = (await api.get('/api/auth/sessions', user)).body as SignedInSessions;
    const answer = await api.delete(`/api/auth/sessions/${items[0]?.id}`, await api.registerStudent());
    expect([answer.status, codeOf(answer)]).toEqual([404, 'request/not-found']);
    expect((await api.get('/api/auth/me', user)).status).toBe(200);
  });

  it('changes the password and ends the other sessions, not this one', async () => {
    const user = await api.registerStudent();
    const elsewhere = (await login(user)).body as Session;
    const change = (current: string, next: string) => api.post('/api/auth/password', { current, next }, user);
    expect(codeOf(await change('not-the-password', 'violet-otter-piano-78'))).toBe('auth/invalid-credentials');
    expect(codeOf(await change(user.password, 'password1'))).toBe('auth/weak-password');
    expect((await api.get('/api/auth/me', elsewhere)).status).toBe(200);
    expect((await change(user.password, 'violet-otter-piano-78')).status).toBe(204);
    expect((await api.get('/api/auth/me', elsewhere)).status).toBe(401);
    expect((await api.get('/api/auth/me', user)).status).toBe(200);
    expect((await login(user)).status).toBe(401);
    expect((await login({ ...user, password: 'violet-otter-piano-78' })).status).toBe(200);
  });

  it('still refuses the tokens of an ended session after a restart', async () => {
    const first = await startTestApi();
    const user = await first.registerStudent();
    const staying = await first.registerStudent();
    await first.post('/api/auth/logout', undefined, undefined, { cookie: user.cookie });
    const second = await first.restart();
    expect(codeOf(await second.get('/api/auth/me', user))).toBe('auth/session-ended');
    expect((await second.get('/api/auth/me', staying)).status).toBe(200);
    expect((await second.post('/api/auth/refresh', undefined, undefined, { cookie: staying.cookie })).status).toBe(200);
    await second.close();
  });
});
