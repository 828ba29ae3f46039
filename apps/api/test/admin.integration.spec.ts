import { randomUUID } from 'node:crypto';
import {
  AdminCallTimeline,
  AdminCalls,
  type AdminMentors,
  AdminOverview,
  type AdminPeople,
  type MentorProfileResponse,
} from '@ieum/api-contract';
import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyFor, pathWith, QUESTION_UPDATED_AT, type Route, routesOf } from './support/access-matrix';
import { codeOf, createConsult, live } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const CANARY = 'canary-message-6c1e';

/** What an admin gets where it is not 200; what is sent as a sound here is none, and so none is there. */
const GRANTED: Readonly<Record<string, number>> = {
  'POST /api/admin/questions': 201,
  'PUT /api/admin/questions/{questionId}/sound': 415,
  'DELETE /api/admin/questions/{questionId}/sound': 404,
};

describe('the admin’s view', () => {
  let api: TestApi;
  let admin: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.registerAdmin({ nickname: '지기' });
  });
  afterAll(() => api.close());

  const ask = async (path: string, caller = admin) => {
    const answer = await api.get(`/api/admin/${path}`, caller);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  };
  const overview = async () => AdminOverview.parse(await ask('overview'));

  it('is for admins alone, whatever else somebody is', async () => {
    const document = (await api.get('/api/openapi.json')).body as OpenAPIObject;
    const routes = routesOf(document).filter(({ path }) => path.startsWith('/api/admin/'));
    expect(routes.length).toBeGreaterThanOrEqual(8);
    const [peerId, sessionId, scriptId, recordingId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const ids = { peerId, sessionId, scriptId, recordingId, examId: randomUUID(), writtenFeedbackId: randomUUID() };
    const { user: _user, ...foreign } = { ...(await someone()), ...ids };
    const path = (route: Route) => pathWith(route, foreign);
    const callers: [string, TestUser | undefined, number, string][] = [
      ['nobody', undefined, 401, 'auth/unauthenticated'],
      ['a student', await api.registerStudent(), 403, 'auth/forbidden'],
      ['a mentor', await api.registerMentor(), 403, 'auth/forbidden'],
      ['both', await api.registerMentor({ wants: 'both' }), 403, 'auth/forbidden'],
    ];
    const before = await api.query('SELECT count(*)::int AS rows FROM admin_audit');
    for (const route of routes) {
      for (const [who, caller, status, code] of callers) {
        const answer = await api.request(route.method, path(route), bodyFor(route), caller);
        expect([who, route.key, answer.status, codeOf(answer)]).toEqual([who, route.key, status, code]);
      }
    }
    expect(await api.query('SELECT count(*)::int AS rows FROM admin_audit')).toEqual(before);
    for (const route of routes) {
      const query = route.path.endsWith('/people') ? '?query=example' : '';
      const answer = await api.request(route.method, `${path(route)}${query}`, bodyFor(route), admin);
      expect([route.key, answer.status]).toEqual([route.key, GRANTED[route.key] ?? 200]);
    }
  });

  it('shows a waiting request without a word of it, and no name but the pseudonym of counselling', async () => {
    const adult = await api.registerStudent({ nickname: 'canary-adult' });
    const minor = await api.registerStudent({ nickname: 'canary-minor', ageBand: '14-to-18' });
    const counselled = await api.registerStudent({ nickname: 'canary-counsel' });
    const ids = [
      await createConsult(api, adult, { message: CANARY }),
      await createConsult(api, minor, { message: CANARY }),
      await createConsult(api, counselled, { message: CANARY, kind: 'counselling', topic: 'family' }),
    ].map(({ id }) => id);
    const answer = await ask('overview');
    const text = JSON.stringify(answer);
    const people = [adult, minor, counselled];
    const secrets = ['canary', ...people.flatMap(({ id, email }) => [id, email])];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    const { queue, waiting, oldestAskedAt } = AdminOverview.parse(answer);
    const [first, second, third] = ids.map((id) => queue.find((item) => item.id === id));
    expect(first).toEqual({
      id: ids[0],
      kind: 'tutoring',
      topic: 'math',
      language: 'ko',
      pseudonym: null,
      needsApproval: false,
      readiness: null,
      askedAt: expect.any(String),
      lease: 'running-out',
      leaseSeconds: expect.any(Number),
      mentorsOnline: 0,
    });
    expect(second).toMatchObject({ pseudonym: null, needsApproval: true });
    expect(third).toMatchObject({ pseudonym: expect.any(String), needsApproval: true, kind: 'counselling' });
    expect(waiting).toBe(queue.length);
    expect(oldestAskedAt).toBe(queue[0]?.askedAt);
    await api.post(`/api/consults/${ids[0]}/cancel`, undefined, adult);
    expect((await overview()).queue.map(({ id }) => id)).not.toContain(ids[0]);
  });

  it('tells who keeps a request, and which mentors are there for it', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const studentSocket = await TestSocket.connect(api.url, student.accessToken);
    const before = await overview();
    const mentor = await api.registerMentor({ kinds: ['tutoring', 'career'], topics: ['math', 'portfolio'] });
    const mentorSocket = await TestSocket.connect(api.url, mentor.accessToken);
    await mentorSocket.ask('list:subscribe', {});
    const after = await overview();
    expect(after.queue.find((item) => item.id === id)).toMatchObject({ lease: 'held', mentorsOnline: 1 });
    expect(after.sockets).toBe(before.sockets + 1);
    expect(after.mentorsOnline).toEqual({ tutoring: 1, speaking: 0, career: 1, counselling: 0 });
    for (const socket of [studentSocket, mentorSocket]) socket.close();
    await api.until(async () => (await overview()).mentorsOnline.tutoring === 0);
    await api.post(`/api/consults/${id}/cancel`, undefined, student);
  });

  it('shows rooms with the seats that are taken, and the node', async () => {
    const room = await live(api, { message: CANARY });
    const { rooms, liveRooms, nodes } = await overview();
    const [node] = nodes;
    expect(rooms.find(({ consultId }) => consultId === room.id)).toEqual({
      consultId: room.id,
      kind: 'tutoring',
      status: 'live',
      since: expect.any(String),
      mentor: room.mentor.nickname,
      seats: expect.arrayContaining([
        { role: 'student', nodeId: node?.id },
        { role: 'mentor', nodeId: node?.id },
      ]),
    });
    expect(liveRooms).toBe(1);
    expect(nodes).toEqual([
      {
        id: expect.any(String),
        self: true,
        state: 'alone',
        since: expect.any(String),
        sockets: expect.any(Number),
        rooms: 1,
        lagMs: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(rooms)).not.toContain(room.student.nickname);
    room.studentSocket.close();
    await api.until(async () => (await overview()).rooms[0]?.seats.length === 1);
    room.mentorSocket.close();
    await api.post(`/api/consults/${room.id}/end`, undefined, room.mentor);
  });

  it('finds people page by page, with their e-mail masked until it is asked for', async () => {
    const person = { nickname: '백%프로', email: `odd_name-${randomUUID()}@example.net`, ageBand: '14-to-18' } as const;
    const mentor = await api.registerMentor({ ...person, approved: false });
    const find = async (query: string, more = '') =>
      (await ask(`people?query=${encodeURIComponent(query)}${more}`)) as AdminPeople;
    for (const query of ['백%', mentor.email, mentor.email.toUpperCase()]) {
      expect([query, (await find(query)).items]).toEqual([
        query,
        [
          {
            id: mentor.id,
            nickname: '백%프로',
            maskedEmail: 'o•••@example.net',
            ageBand: '14-to-18',
            roles: ['mentor'],
            createdAt: expect.any(String),
            approval: 'open',
          },
        ],
      ]);
    }
    expect((await find('odd_name')).items).toEqual([]);
    // What stands for anything in SQL stands for itself here.
    for (const query of ['%%', '__', '\\\\']) expect((await find(query)).items).toEqual([]);
    const first = await find('사람', '&limit=3');
    const second = await find('사람', `&limit=3&cursor=${first.nextCursor}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6);
    expect(await ask(`people/${mentor.id}/email`)).toEqual({ email: mentor.email });
    for (const bad of ['people', 'people?query=a', 'people?query=ab&cursor=nonsense', 'people/1/email']) {
      expect(codeOf(await api.get(`/api/admin/${bad}`, admin))).toBe('request/invalid');
    }
    expect(codeOf(await api.get(`/api/admin/people/${randomUUID()}/email`, admin))).toBe('request/not-found');
  });

  it('approves a mentor and takes it back; their list starts over at once', async () => {
    const mentor = await api.registerMentor({ approved: false, line: '함께해요' });
    const listed = async () => {
      const { items, total } = (await ask('mentors')) as AdminMentors;
      expect(total).toBe(items.length);
      return items.find(({ id }) => id === mentor.id);
    };
    expect(await listed()).toMatchObject({ approval: 'open', line: '함께해요' });
    const socket = await TestSocket.connect(api.url, mentor.accessToken);
    await socket.ask('list:subscribe', {});
    const decide = (approved: boolean, id = mentor.id) =>
      api.put(`/api/admin/mentors/${id}/approval`, { approved }, admin);
    const approved = async () =>
      ((await api.get('/api/mentors/me/profile', mentor)).body as MentorProfileResponse).profile?.approved;
    const startedAt = performance.now();
    expect((await decide(true)).body).toMatchObject({ id: mentor.id, approval: 'approved' });
    expect(await socket.next('list:changed')).toEqual({ rev: 0, added: [], removed: [] });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect([await approved(), await listed()]).toEqual([true, undefined]);
    expect((await decide(false)).body).toMatchObject({ approval: 'revoked' });
    expect([await approved(), await listed()]).toMatchObject([false, { approval: 'revoked' }]);
    const student = await api.registerStudent();
    expect(codeOf(await decide(true, student.id))).toBe('request/not-found');
    socket.close();
  });

  it('tells how a call went, from the request to its end, without who was in it', async () => {
    const room = await live(api, { message: CANARY });
    const report = (socket: TestSocket, seq: number, fact: object) =>
      socket.askRaw('call:report', { seq, agoMs: 0, fact });
    await report(room.studentSocket, 0, { type: 'connected', setUpMs: 840 });
    await report(room.studentSocket, 1, { type: 'path', local: 'host', remote: 'relay', protocol: 'udp' });
    await report(room.mentorSocket, 0, { type: 'figures', roundTripMs: 45, lossIn: 0.02, level: 'good' });
    const timeline = async () => AdminCallTimeline.parse(await ask(`calls/${room.id}`));
    await api.until(async () => (await timeline()).reports.length === 3);
    const answer = await ask(`calls/${room.id}`);
    expect(Object.keys(answer as object).sort()).toEqual(
      ['askedAt', 'closedAt', 'consultId', 'kind', 'liveAt', 'matchedAt', 'reports', 'status'].sort(),
    );
    expect(AdminCallTimeline.parse(answer)).toMatchObject({ status: 'live', closedAt: null });
    expect((answer as AdminCallTimeline).reports).toContainEqual({
      at: expect.any(String),
      side: 'student',
      visit: 1,
      fact: { type: 'connected', setUpMs: 840 },
    });
    const calls = AdminCalls.parse(await ask('calls?hours=1'));
    expect(calls.items[0]).toMatchObject({
      consultId: room.id,
      path: { local: 'host', remote: 'relay', protocol: 'udp' },
      setUpMs: 840,
      medianRoundTripMs: 45,
      worstLoss: 0.02,
      outcome: 'fine',
    });
    const secrets = [
      CANARY,
      ...[room.student, room.mentor].flatMap(({ id, nickname, email }) => [id, nickname, email]),
    ];
    const text = JSON.stringify([answer, calls]);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(codeOf(await api.get(`/api/admin/calls/${randomUUID()}`, admin))).toBe('consults/not-found');
    for (const socket of [room.studentSocket, room.mentorSocket]) socket.close();
  });

  /** Somebody with an open consult and a mentor profile. */
  async function someone() {
    const user = await api.registerMentor({ wants: 'both', approved: false });
    const { id } = await createConsult(api, user);
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions ORDER BY key LIMIT 1');
    const questionId = question?.id ?? '';
    await api.query('UPDATE questions SET updated_at = $2 WHERE id = $1', [questionId, QUESTION_UPDATED_AT]);
    return { userId: user.id, consultId: id, questionId, user };
  }
});
