import type { RegisterRequest, Session, User } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

const aPerson = (changes: Partial<RegisterRequest> = {}) => ({
  email: `${crypto.randomUUID()}@example.org`,
  nickname: '하늘',
  password: 'violet-otter-piano-77',
  ageBand: '19-to-24',
  wants: 'get-help',
  ...changes,
});

describe('accounts', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const register = (person: object) => api.post('/api/auth/register', person);

  it('registers a person, signs them in, and shows them to themselves', async () => {
    const person = aPerson({ email: `New.${crypto.randomUUID()}@Example.ORG` });
    const answer = await register(person);
    expect(answer.status).toBe(201);
    const { accessToken, expiresInSeconds, user } = answer.body as Session;
    expect(expiresInSeconds).toBe(600);
    expect(user).toMatchObject({ email: person.email.toLowerCase(), nickname: '하늘', roles: ['student'] });
    const me = await api.get('/api/auth/me', { accessToken });
    expect([me.status, me.body]).toEqual([200, user]);
  });

  it('never says anything of a password or a refresh token in a body', async () => {
    const answer = await register(aPerson());
    expect(JSON.stringify(answer.body)).not.toMatch(/argon2|violet|refresh/iu);
    const [row] = await api.query('SELECT * FROM users WHERE id = $1', [(answer.body as Session).user.id]);
    expect(row).toMatchObject({ password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u) });
  });

  it('hands the refresh token over in a cookie that no script and no other site can use', async () => {
    const [cookie] = (await register(aPerson())).headers.getSetCookie();
    expect(cookie).toMatch(/^ieum_refresh=[\w-]{43};/u);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/api/auth']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Secure');
    const overTls = await api.post('/api/auth/register', aPerson(), undefined, { 'x-forwarded-proto': 'https' });
    expect(overTls.headers.getSetCookie()[0]).toContain('Secure');
  });

  it.each([
    ['get-help', ['student']],
    ['help-others', ['mentor']],
    ['both', ['student', 'mentor']],
  ] as const)('gives who wants %s the roles %j', async (wants, roles) => {
    expect(((await register(aPerson({ wants }))).body as Session).user.roles).toEqual(roles);
  });

  it('keeps one account an e-mail, however it is written, even when ten register at once', async () => {
    const person = aPerson();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, index) =>
        register({ ...person, email: index % 2 ? person.email.toUpperCase() : ` ${person.email} ` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const lost of answers.filter(({ status }) => status !== 201)) {
      expect([lost.status, codeOf(lost)]).toEqual([409, 'auth/email-taken']);
    }
  });

  it('asks a guardian of who is under 14 and stores nothing', async () => {
    const child = aPerson({ ageBand: 'under-14' });
    const answer = await register(child);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'auth/guardian-consent-required']);
    expect(await api.query('SELECT FROM users WHERE email = $1', [child.email])).toEqual([]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each(['password', '12345678', 'qwertyuiop', 'PassWord1', 'football', 'iloveyou1'])(
    'refuses the common password %s',
    async (password) => {
      const answer = await register(aPerson({ password }));
      expect([answer.status, codeOf(answer)]).toEqual([422, 'auth/weak-password']);
    },
  );

  it.each([
    ['a password of seven characters', { password: 'abcdef7' }, 'password'],
    ['a password of 129 characters', { password: 'x'.repeat(129) }, 'password'],
    ['an address without an @', { email: 'nobody' }, 'email'],
    ['an address of 255 characters', { email: `${'x'.repeat(243)}@example.org` }, 'email'],
    ['a nickname of one character', { nickname: '김' }, 'nickname'],
    ['a nickname that turns the text around', { nickname: 'ab\u202Ecd' }, 'nickname'],
    ['an unknown age band', { ageBand: 'eternal' }, 'ageBand'],
    ['an unknown wish', { wants: 'everything' }, 'wants'],
    ['a number as password', { password: 12345678 }, 'password'],
  ])('refuses %s and names the place, not the value', async (_what, change, path) => {
    const answer = await register({ ...aPerson(), ...change });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'request/invalid', issues: [{ path }] } });
    expect(JSON.stringify(answer.body)).not.toContain(String(Object.values(change)[0]));
  });

  it('logs in with the right password and answers both wrong ones alike', async () => {
    const person = aPerson();
    await register(person);
    const login = (email: string, password: string) => api.post('/api/auth/login', { email, password });
    expect((await login(person.email.toUpperCase(), person.password)).status).toBe(200);
    const wrong = await login(person.email, 'not-their-password');
    const unknown = await login('nobody@example.org', 'not-their-password');
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'auth/invalid-credentials']);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  it('changes nickname and wishes, and the new role is in the next token', async () => {
    const student = await api.registerStudent();
    const changed = await api.patch('/api/users/me', { nickname: '새 이름', wants: 'both' }, student);
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ nickname: '새 이름', roles: ['student', 'mentor'] } satisfies Partial<User>),
    ]);
    expect((await api.get('/api/mentors/me/profile', student)).status).toBe(403);
    const refreshed = await api.post('/api/auth/refresh', undefined, undefined, { cookie: student.cookie });
    expect((await api.get('/api/mentors/me/profile', refreshed.body as Session)).status).toBe(200);
  });

  it('lets nobody change who they are: other fields are not taken', async () => {
    const student = await api.registerStudent();
    await api.patch(
      '/api/users/me',
      { id: crypto.randomUUID(), email: 'other@example.org', ageBand: '14-to-18' },
      student,
    );
    expect((await api.get('/api/auth/me', student)).body).toMatchObject({
      id: student.id,
      email: student.email,
      ageBand: '19-to-24',
    });
  });
});
