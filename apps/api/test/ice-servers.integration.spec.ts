import { createHmac } from 'node:crypto';
import type { CreateConsultRequest, IceServersResponse } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../src/config/config';
import { DefaultIceServersPolicy, IceServersPolicy } from '../src/rooms/ice-servers-limit';
import { codeOf, createConsult, live, matched } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const SECRET = 'canary-secret-of-the-relay-0123456789';
const URLS = ['turn:turn.example.org:3478', 'turns:turn.example.org:443?transport=tcp'];
const stun = { urls: ['stun:stun.example.org:3478'] };
const staticRelay = { urls: ['turn:relay.example.org'], username: 'u', credential: 'c' };
const relay: Partial<Config> = { turn: { urls: URLS, secret: SECRET, ttlSeconds: 3600 } };

const asked = (answer: { body: unknown }) => answer.body as IceServersResponse;
const ofRoom = async (api: TestApi, id: string, user?: TestUser) => api.get(`/api/consults/${id}/ice-servers`, user);
const ofCheck = async (api: TestApi, user?: TestUser) => api.get('/api/ready-check/ice-servers', user);

/** What the relay itself would say of these credentials, and how many seconds they live. */
function judge({ iceServers, expiresAt }: IceServersResponse) {
  const { username = '', credential } = iceServers.find(({ urls }) => urls[0] === URLS[0]) ?? { urls: [] };
  const [end, name] = username.split(':');
  return {
    good: credential === createHmac('sha1', SECRET).update(username).digest('base64'),
    secondsLeft: Number(end) - Date.now() / 1000,
    endsAsTold: Number(end) * 1000 === Date.parse(expiresAt ?? ''),
    name,
  };
}

describe('the ICE servers of a deployment with a relay', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: relay });
  });
  afterAll(() => api.close());

  it('come with credentials of an hour, for both members of a matched or live consult', async () => {
    const pair = await matched(api);
    const room = await live(api);
    for (const [id, user] of [
      [pair.id, pair.student],
      [pair.id, pair.mentor],
      [room.id, room.student],
    ] as const) {
      const answer = await ofRoom(api, id, user);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(asked(answer)).toMatchObject({ transportPolicy: 'all', relayMissing: false });
      expect(asked(answer).iceServers.map(({ urls }) => urls)).toEqual([stun.urls, URLS]);
      const { good, secondsLeft, endsAsTold } = judge(asked(answer));
      expect({ good, endsAsTold }).toEqual({ good: true, endsAsTold: true });
      expect(secondsLeft).toBeGreaterThan(3590);
      expect(secondsLeft).toBeLessThanOrEqual(3600);
    }
    for (const socket of [room.studentSocket, room.mentorSocket]) socket.close();
  });

  it('name nobody: another name each time, and neither the secret nor an id in the answer', async () => {
    const { id, student, mentor } = await matched(api);
    const answers = await Promise.all([student, mentor, student].map((user) => ofRoom(api, id, user)));
    const names = answers.map((answer) => judge(asked(answer)).name);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[\w-]{16}$/u);
    const text = JSON.stringify(answers.map(({ body }) => body));
    for (const secret of [SECRET, id, student.id, mentor.id]) expect(text).not.toContain(secret);
  });

  it('are refused to everybody else, and while there is no room', async () => {
    const waiting = await api.registerStudent();
    const { id: waitingId } = await createConsult(api, waiting);
    const pair = await matched(api);
    const ended = await live(api);
    await api.post(`/api/consults/${ended.id}/end`, undefined, ended.mentor);
    const cancelled = await matched(api);
    await api.post(`/api/consults/${cancelled.id}/cancel`, undefined, cancelled.student);
    const stranger = await api.registerMentor();
    const tries: [string, TestUser | undefined, number, string][] = [
      [waitingId, waiting, 409, 'rooms/not-open'],
      [ended.id, ended.student, 409, 'rooms/not-open'],
      [ended.id, ended.mentor, 409, 'rooms/not-open'],
      [cancelled.id, cancelled.mentor, 409, 'rooms/not-open'],
      [waitingId, stranger, 404, 'consults/not-found'],
      [pair.id, stranger, 404, 'consults/not-found'],
      [pair.id, waiting, 404, 'consults/not-found'],
      [ended.id, stranger, 404, 'consults/not-found'],
      [pair.id, undefined, 401, 'auth/unauthenticated'],
    ];
    for (const [id, user, status, code] of tries) {
      const answer = await ofRoom(api, id, user);
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
      expect(JSON.stringify(answer.body)).not.toContain('turn:');
    }
    for (const socket of [ended.studentSocket, ended.mentorSocket]) socket.close();
  });

  const policyOf = async (student: TestUser, mentor: TestUser, changes: Partial<CreateConsultRequest>) => {
    const { id } = await createConsult(api, student, changes);
    expect((await api.post(`/api/consults/${id}/accept`, undefined, mentor)).status).toBe(200);
    const answers = await Promise.all([student, mentor].map((user) => ofRoom(api, id, user)));
    return answers.map((answer) => [asked(answer).transportPolicy, asked(answer).relayMissing]);
  };

  it('have to be a relay in counselling and for minors, on both sides alike', async () => {
    const minor = { ageBand: '14-to-18' } as const;
    const mentors = () => api.registerMentor();
    const relayed = [
      await policyOf(await api.registerStudent(), await mentors(), { kind: 'counselling', topic: 'mood' }),
      await policyOf(await api.registerStudent(minor), await mentors(), {}),
      await policyOf(await api.registerStudent(), await api.registerMentor(minor), {}),
    ];
    expect(relayed.flat()).toEqual(Array.from({ length: 6 }, () => ['relay', false]));
    expect(await policyOf(await api.registerStudent(), await mentors(), {})).toEqual([
      ['all', false],
      ['all', false],
    ]);
  });
});

describe('the ICE servers of a ready check', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: relay });
  });
  afterAll(() => api.close());

  it('come with credentials of two minutes, for whoever is signed in', async () => {
    const mentor = await api.registerMentor({ profile: false });
    for (const user of [await api.registerStudent(), mentor]) {
      const answer = await ofCheck(api, user);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      const { good, secondsLeft, endsAsTold } = judge(asked(answer));
      expect({ good, endsAsTold }).toEqual({ good: true, endsAsTold: true });
      expect(secondsLeft).toBeGreaterThan(110);
      expect(secondsLeft).toBeLessThanOrEqual(120);
    }
    const nobody = await ofCheck(api);
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'auth/unauthenticated']);
  });

  it('say what will hold for the user whatever they ask for', async () => {
    expect(asked(await ofCheck(api, await api.registerStudent({ ageBand: '14-to-18' })))).toMatchObject({
      transportPolicy: 'relay',
      relayMissing: false,
    });
    expect(asked(await ofCheck(api, await api.registerStudent()))).toMatchObject({ transportPolicy: 'all' });
  });

  it('are given twelve times in ten minutes to one user, and rooms are not held up by that', async () => {
    const { id, student, mentor } = await matched(api);
    const answers = await Promise.all(Array.from({ length: 13 }, () => ofCheck(api, student)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(12).fill(200), 429]);
    const limited = answers.find(({ status }) => status === 429);
    expect(codeOf({ body: limited?.body })).toBe('request/rate-limited');
    expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(40);
    expect((await ofCheck(api, mentor)).status).toBe(200);
    expect((await ofRoom(api, id, student)).status).toBe(200);
  });
});

describe('the ICE servers of a deployment without a relay', () => {
  it('say that one is missing where it is needed', async () => {
    const api = await startTestApi();
    const plain = await matched(api);
    expect(asked(await ofRoom(api, plain.id, plain.student))).toEqual({
      iceServers: [stun],
      transportPolicy: 'all',
      relayMissing: false,
      expiresAt: null,
    });
    const counselling = await matched(api, { kind: 'counselling', topic: 'mood' });
    for (const user of [counselling.student, counselling.mentor]) {
      expect(asked(await ofRoom(api, counselling.id, user))).toEqual({
        iceServers: [stun],
        transportPolicy: 'relay',
        relayMissing: true,
        expiresAt: null,
      });
    }
    const minor = await api.registerStudent({ ageBand: '14-to-18' });
    expect(asked(await ofCheck(api, minor))).toMatchObject({ transportPolicy: 'relay', relayMissing: true });
    await api.close();
  });

  it('take a relay with credentials of its own for one', async () => {
    const api = await startTestApi({ config: { iceServers: [stun, staticRelay] } });
    const { id, student } = await matched(api, { kind: 'counselling', topic: 'mood' });
    expect(asked(await ofRoom(api, id, student))).toEqual({
      iceServers: [stun, staticRelay],
      transportPolicy: 'relay',
      relayMissing: false,
      expiresAt: null,
    });
    await api.close();
  });
});

describe('what a deployment sets', () => {
  it('shortens the credentials of rooms and checks alike, and limits rooms too', async () => {
    const policy: IceServersPolicy = { ...new DefaultIceServersPolicy(), forRooms: { burst: 2, perSecond: 1 / 60 } };
    const api = await startTestApi({
      config: { turn: { urls: URLS, secret: SECRET, ttlSeconds: 60 } },
      overrides: [[IceServersPolicy, policy]],
    });
    const { id, student, mentor } = await matched(api);
    for (const answer of [await ofRoom(api, id, student), await ofCheck(api, student)]) {
      expect(judge(asked(answer)).secondsLeft).toBeLessThanOrEqual(60);
    }
    expect((await ofRoom(api, id, student)).status).toBe(200);
    expect(codeOf(await ofRoom(api, id, student))).toBe('request/rate-limited');
    expect((await ofRoom(api, id, mentor)).status).toBe(200);
    await api.close();
  });
});
