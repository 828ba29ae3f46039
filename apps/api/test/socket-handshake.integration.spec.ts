import { randomUUID } from 'node:crypto';
import type { Session } from '@ieum/api-contract';
import { PROTOCOL_VERSION, type ProtocolError } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PresenceService } from '../src/presence/presence.service';
import { inSeconds, resigned } from './support/access-tokens';
import { live } from './support/consult-fixtures';
import { CONNECT, connectPacket, DISCONNECT, RawSocket } from './support/raw-socket';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const PUBLIC_ORIGIN = 'https://ieum.example.org';

describe('the socket handshake', () => {
  let api: TestApi;
  let student: TestUser;
  beforeAll(async () => {
    api = await startTestApi({ config: { publicOrigins: [PUBLIC_ORIGIN] } });
    student = await api.registerStudent();
  });
  afterAll(() => api.close());

  /** What the server answers to a connect packet with this payload. */
  const refusalOf = async (auth: string): Promise<ProtocolError | undefined> => {
    const raw = await RawSocket.open(api.url);
    raw.send(`${CONNECT}${auth}`);
    const answer = await raw.next((packet) => packet.startsWith('4') && packet !== CONNECT);
    await raw.close();
    if (!answer.startsWith('44')) throw new Error(`Let in: ${answer}`);
    return (JSON.parse(answer.slice(2)) as { data?: ProtocolError }).data;
  };
  const auth = (changes: Record<string, unknown>) =>
    JSON.stringify({ token: student.accessToken, protocol: PROTOCOL_VERSION, ...changes });

  const refusals: [string, () => string, string][] = [
    ['nothing', () => '', 'auth/unauthenticated'],
    ['an empty object', () => '{}', 'auth/unauthenticated'],
    ['no token', () => auth({ token: undefined }), 'auth/unauthenticated'],
    ['an empty token', () => auth({ token: '' }), 'auth/unauthenticated'],
    ['a number as token', () => auth({ token: 1 }), 'auth/unauthenticated'],
    ['an object as token', () => auth({ token: { $ne: null } }), 'auth/unauthenticated'],
    ['a list with the token', () => auth({ token: [student.accessToken] }), 'auth/unauthenticated'],
    ['garbage as token', () => auth({ token: '\u0000💥..' }), 'auth/unauthenticated'],
    ['a token of 40 KB', () => auth({ token: student.accessToken.padEnd(40_000, 'A') }), 'auth/unauthenticated'],
    ['the token in the prototype', () => `{"__proto__":${auth({})}}`, 'auth/unauthenticated'],
    ['no protocol', () => auth({ protocol: undefined }), 'auth/unauthenticated'],
    ['a text as protocol', () => auth({ protocol: String(PROTOCOL_VERSION) }), 'auth/unauthenticated'],
    ['a fraction as protocol', () => auth({ protocol: PROTOCOL_VERSION + 0.5 }), 'auth/unauthenticated'],
    ['an older protocol', () => auth({ protocol: PROTOCOL_VERSION - 1 }), 'protocol/unsupported-version'],
    ['a newer protocol', () => auth({ protocol: PROTOCOL_VERSION + 1 }), 'protocol/unsupported-version'],
    [
      'a token signed with another key',
      () => auth({ token: resigned(student.accessToken, 'x'.repeat(48), {}) }),
      'auth/unauthenticated',
    ],
    [
      'an expired token',
      () => auth({ token: resigned(student.accessToken, api.jwtSecret, { payload: { exp: inSeconds(-1) } }) }),
      'auth/token-expired',
    ],
  ];
  it.each(refusals)('with %s is refused with a code and without an echo', async (_what, payload, code) => {
    const refused = await refusalOf(payload());
    expect(refused?.code).toBe(code);
    expect(JSON.stringify(refused)).not.toContain(student.accessToken.slice(0, 40));
  });

  it('with the token of an ended session is refused, and the client learns it as connect_error', async () => {
    const gone = await api.registerStudent();
    await api.post('/api/auth/logout', undefined, undefined, { cookie: gone.cookie });
    await expect(TestSocket.connect(api.url, gone.accessToken)).rejects.toMatchObject({
      error: { code: 'auth/session-ended' },
    });
  });

  it.each(['[]', 'null', '"text"', 'true', '{'])('with %s as payload closes the connection', async (payload) => {
    const raw = await RawSocket.open(api.url);
    raw.send(`${CONNECT}${payload}`);
    await raw.closed;
    expect(raw.received.filter((packet) => packet.startsWith(CONNECT))).toEqual([]);
  });

  it.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1',
    `${PUBLIC_ORIGIN}.evil.example`,
    'http://ieum.example.org',
  ])('is refused at the upgrade for a page of %s', async (origin) => {
    await expect(RawSocket.open(api.url, { origin })).rejects.toThrow(/Unexpected server response: 40[03]/u);
  });

  it('is open to pages of its own address, of a configured one, and to programs', async () => {
    for (const origin of [api.url, PUBLIC_ORIGIN, undefined]) {
      const raw = await RawSocket.open(api.url, origin ? { origin } : {});
      raw.send(connectPacket(student.accessToken));
      await raw.next((packet) => packet.startsWith(CONNECT));
      await raw.close();
    }
  });

  it('does not take polling, another Engine.IO, or another path', async () => {
    for (const query of ['EIO=4&transport=polling', 'EIO=4', 'EIO=3&transport=websocket', 'EIO=4&transport=x']) {
      const answer = await api.get(`/socket.io/?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
    }
    const posted = await api.send('/socket.io/?EIO=4&transport=polling', { method: 'POST', body: '40' });
    expect(posted.status).toBe(400);
    expect((await api.get('/socket.io/socket.io.js')).status).toBe(400);
  });

  it('must be finished within ten seconds', async () => {
    const silent = await RawSocket.open(api.url);
    const refused = await RawSocket.open(api.url);
    refused.send(`${CONNECT}{}`);
    await refused.next((packet) => packet.startsWith('44'));
    const elsewhere = await RawSocket.open(api.url);
    elsewhere.send(`${CONNECT}/admin,${auth({})}`);
    expect(await elsewhere.next((packet) => packet.startsWith('44'))).toContain('Invalid namespace');
    await Promise.all([silent.closed, refused.closed, elsewhere.closed]);
  });

  it('leaves nothing behind when a hundred of them come in one breath', async () => {
    const user = await api.registerStudent();
    const raw = await RawSocket.open(api.url);
    for (let n = 0; n < 100; n += 1) raw.send(connectPacket(user.accessToken));
    await raw.closed;
    await api.until(async () => api.app.get(PresenceService).connectionsOf(user.id).length === 0);
  });

  it('is not undone by leaving the namespace: the connection closes with it', async () => {
    const raw = await RawSocket.signedIn(api.url, student.accessToken);
    raw.send(DISCONNECT);
    await raw.closed;
    expect(api.app.get(PresenceService).connectionsOf(student.id)).toEqual([]);
  });
});

describe('a connection', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const endingIn = (user: TestUser, seconds: number) =>
    resigned(user.accessToken, api.jwtSecret, { payload: { exp: inSeconds(seconds) } });
  const refusal = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });

  it('whose token ends unrenewed is told so and closed; one that renewed goes on', async () => {
    const user = await api.registerStudent();
    const lasting = await TestSocket.connect(api.url, endingIn(user, 4));
    const ending = await TestSocket.connect(api.url, endingIn(user, 4));
    const { expiresInSeconds } = await lasting.ask('session:renew', { token: user.accessToken });
    expect(expiresInSeconds).toBeGreaterThan(590);
    const closed = ending.closed();
    expect(await ending.next('session:ended')).toMatchObject({ code: 'auth/token-expired' });
    expect(await closed).toBe('io server disconnect');
    expect(await lasting.ask('room:leave', {})).toEqual({});
    lasting.close();
  });

  it('is renewed by a good token of its own user only', async () => {
    const user = await api.registerStudent();
    const other = await api.registerStudent();
    const socket = await TestSocket.connect(api.url, endingIn(user, 30));
    const tries: [string, string][] = [
      [other.accessToken, 'auth/forbidden'],
      [endingIn(user, -5), 'auth/token-expired'],
      [resigned(user.accessToken, 'another key', {}), 'auth/unauthenticated'],
      [user.cookie, 'auth/unauthenticated'],
    ];
    for (const [token, code] of tries) {
      await expect(socket.ask('session:renew', { token })).rejects.toEqual(refusal(code));
    }
    const other2 = await TestSocket.connect(api.url, other.accessToken);
    await api.post('/api/auth/logout', undefined, undefined, { cookie: other.cookie });
    await other2.next('session:ended');
    expect(socket.socket.connected).toBe(true);
    socket.close();
  });

  it('says how long a token lasts, not until when: a wrong clock on either side changes nothing', async () => {
    const user = await api.registerStudent();
    const login = await api.post('/api/auth/login', { email: user.email, password: user.password });
    const { accessToken, expiresInSeconds } = login.body as Session;
    const socket = await TestSocket.connect(api.url, accessToken);
    const renewed = await socket.ask('session:renew', { token: accessToken });
    expect(Math.abs(renewed.expiresInSeconds - expiresInSeconds)).toBeLessThanOrEqual(5);
    socket.close();
  });

  it('ends within two seconds of its user’s logout, whichever tab it is in', async () => {
    const user = await api.registerStudent();
    const tabs = [
      await TestSocket.connect(api.url, user.accessToken),
      await TestSocket.connect(api.url, user.accessToken),
    ];
    const closed = Promise.all(tabs.map((tab) => tab.closed()));
    const from = performance.now();
    await api.post('/api/auth/logout', undefined, undefined, { cookie: user.cookie });
    await closed;
    expect(performance.now() - from).toBeLessThan(2000);
    for (const tab of tabs)
      expect(tab.all('session:ended')).toEqual([expect.objectContaining({ code: 'auth/session-ended' })]);
  });

  it('beyond the third of a user closes the oldest that is in no room, whose seat goes on', async () => {
    const { student, studentSocket, mentorSocket, mentorPeerId } = await live(api);
    const second = await TestSocket.connect(api.url, student.accessToken);
    const third = await TestSocket.connect(api.url, student.accessToken);
    const closed = second.closed();
    const fourth = await TestSocket.connect(api.url, student.accessToken);
    expect(await second.next('session:ended')).toMatchObject({ code: 'auth/too-many-sockets' });
    await closed;
    await studentSocket.ask('signal:candidate', { to: mentorPeerId, connection: 0, candidate: null });
    await mentorSocket.next('signal:candidate');
    for (const socket of [studentSocket, third, fourth]) expect(socket.all('session:ended')).toEqual([]);
    for (const socket of [studentSocket, third, fourth, mentorSocket]) socket.close();
  });

  it('that was ended cannot be used for one more request', async () => {
    const { student, id } = await live(api);
    const raw = await RawSocket.signedIn(api.url, student.accessToken);
    const logout = api.post('/api/auth/logout', undefined, undefined, { cookie: student.cookie });
    await raw.next((packet) => packet.includes('session:ended'));
    const answersBefore = raw.answers.length;
    if (raw.isOpen) raw.send(`421["room:join",${JSON.stringify({ consultId: id, peerId: randomUUID() })}]`);
    await raw.closed;
    await logout;
    expect(raw.answers.length).toBe(answersBefore);
  });
});
