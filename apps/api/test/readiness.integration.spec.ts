import { READINESS } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsultEvents } from '../src/consults/consult-events';
import { ConsultsService } from '../src/consults/consults.service';
import { DefaultRequestPolicy, RequestPolicy } from '../src/consults/request-limit';
import { codeOf, type ConsultResponse, createConsult, live, matched } from './support/consult-fixtures';
import { ListFollower } from './support/list-follower';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const consultOf = (answer: { body: unknown }) => (answer.body as ConsultResponse).consult;

describe('how ready a student is', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const tell = (id: string, readiness: unknown, user?: TestUser) =>
    api.put(`/api/consults/${id}/readiness`, { readiness }, user);
  const refusal = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    return [status, codeOf({ body })];
  };
  const listed = async () => {
    const socket = await TestSocket.connect(api.url, (await api.registerMentor()).accessToken);
    return { socket, snapshot: await socket.ask('list:subscribe', {}) };
  };

  it('comes with the request and is on the card and in the accepted consult', async () => {
    const { socket } = await listed();
    for (const readiness of [undefined, null, ...READINESS]) {
      const { id } = await createConsult(api, await api.registerStudent(), { readiness });
      const { added } = await socket.next('list:changed', (frame) => frame.added.some((card) => card.id === id));
      expect(added.find((card) => card.id === id)?.readiness).toBe(readiness ?? null);
      const accepted = await api.post(`/api/consults/${id}/accept`, undefined, await api.registerMentor());
      expect(consultOf(accepted).readiness).toBe(readiness ?? null);
    }
    socket.close();
  });

  it('reaches the mentors who follow the list as the same card, in its place', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const { id: laterId } = await createConsult(api, await api.registerStudent());
    const { socket } = await listed();
    const answer = await tell(id, 'voice-only', student);
    expect(consultOf(answer)).toMatchObject({
      status: 'waiting',
      role: 'student',
      readiness: 'voice-only',
      revision: 1,
    });
    const { added } = await socket.next('list:changed', (frame) => frame.added.some((card) => card.id === id));
    expect(added).toEqual([expect.objectContaining({ id, readiness: 'voice-only' })]);
    const { socket: late, snapshot } = await listed();
    const own = snapshot.cards.filter((card) => [id, laterId].includes(card.id));
    expect(own.map((card) => [card.id, card.readiness])).toEqual([
      [id, 'voice-only'],
      [laterId, null],
    ]);
    for (const each of [socket, late]) each.close();
  });

  it('is noted once, and the same again changes and tells nothing', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student, { readiness: 'ready' });
    const { socket } = await listed();
    const own = await TestSocket.connect(api.url, student.accessToken);
    for (let time = 0; time < 3; time += 1) {
      const answer = await tell(id, 'ready', student);
      expect([answer.status, consultOf(answer)]).toEqual([200, expect.objectContaining({ revision: 0 })]);
    }
    expect(consultOf(await tell(id, null, student))).toMatchObject({ readiness: null, revision: 1 });
    await own.next('consult:changed');
    await socket.next('list:changed', ({ added }) => added.some((card) => card.id === id));
    expect(own.all('consult:changed')).toHaveLength(1);
    expect(socket.all('list:changed')).toHaveLength(1);
    for (const each of [socket, own]) each.close();
  });

  it('can be told until the consult is live, and the matched mentor sees it', async () => {
    const { id, student, mentor } = await matched(api);
    const mentorSocket = await TestSocket.connect(api.url, mentor.accessToken);
    expect((await tell(id, 'relay-failing', student)).status).toBe(200);
    const { consult } = await mentorSocket.next('consult:changed');
    expect(consult).toMatchObject({ role: 'mentor', status: 'matched', readiness: 'relay-failing' });
    mentorSocket.close();
  });

  it('cannot be told any more of a live or closed consult, and is forgotten when it closes', async () => {
    const room = await live(api, { readiness: 'listen-only' });
    expect(await refusal(tell(room.id, 'ready', room.student))).toEqual([409, 'consults/not-open']);
    expect(consultOf(await api.get(`/api/consults/${room.id}`, room.mentor)).readiness).toBe('listen-only');
    await api.post(`/api/consults/${room.id}/end`, undefined, room.mentor);
    expect(await refusal(tell(room.id, 'ready', room.student))).toEqual([409, 'consults/not-open']);
    expect(consultOf(await api.get(`/api/consults/${room.id}`, room.mentor)).readiness).toBeNull();
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student, { readiness: 'ready' });
    expect(consultOf(await api.post(`/api/consults/${id}/cancel`, undefined, student)).readiness).toBeNull();
    expect(await refusal(tell(id, 'ready', student))).toEqual([409, 'consults/not-open']);
    for (const socket of [room.studentSocket, room.mentorSocket]) socket.close();
  });

  it('is the student’s alone to tell', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const both = await api.registerMentor({ wants: 'both' });
    expect(await refusal(tell(id, 'ready', await api.registerStudent()))).toEqual([404, 'consults/not-found']);
    expect(await refusal(tell(id, 'ready', await api.registerMentor()))).toEqual([403, 'auth/forbidden']);
    expect(await refusal(tell(id, 'ready'))).toEqual([401, 'auth/unauthenticated']);
    await api.post(`/api/consults/${id}/accept`, undefined, both);
    expect(await refusal(tell(id, 'ready', both))).toEqual([403, 'auth/forbidden']);
    expect(consultOf(await api.get(`/api/consults/${id}`, student)).readiness).toBeNull();
  });

  it.each([
    ['another word', { readiness: 'perfect' }],
    ['nothing', {}],
    ['a device', { readiness: { camera: 'FaceTime HD' } }],
    ['a list', { readiness: ['ready'] }],
    ['truth', { readiness: true }],
    ['a prototype’s word', { readiness: 'constructor' }],
    ['no object', 'ready'],
  ])('is refused as %s', async (_what, body) => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    expect(await refusal(api.put(`/api/consults/${id}/readiness`, body, student))).toEqual([400, 'request/invalid']);
    expect(consultOf(await api.get(`/api/consults/${id}`, student)).revision).toBe(0);
  });

  it('keeps one word and nothing else that was sent with it', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const body = { readiness: 'ready', camera: 'canary-camera', userAgent: 'canary-agent' };
    const answer = await api.put(`/api/consults/${id}/readiness`, body, student);
    const [row] = await api.query('SELECT to_jsonb(c)::text AS text FROM consults c WHERE id = $1', [id]);
    expect(JSON.stringify([answer.body, row])).not.toContain('canary');
  });

  it('never brings a card back that is gone, whichever is told first', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const stale = await api.app.get(ConsultsService, { strict: false }).getRecord(student.id, id);
    const { socket } = await listed();
    await api.post(`/api/consults/${id}/accept`, undefined, await api.registerMentor());
    await socket.next('list:changed', ({ removed }) => removed.some((each) => each.id === id));
    api.app.get(ConsultEvents, { strict: false }).emit('changed', { ...stale, readiness: 'ready', revision: 1 });
    const { socket: other, snapshot } = await listed();
    expect(snapshot.cards.map((card) => card.id)).not.toContain(id);
    for (const each of [socket, other]) each.close();
  });

  it('and an accept at the same moment leave the list as the database has it', async () => {
    const { socket } = await listed();
    const follower = new ListFollower(socket);
    await Promise.all(
      Array.from({ length: 25 }, async () => {
        const [student, mentor] = await Promise.all([api.registerStudent(), api.registerMentor()]);
        const { id } = await createConsult(api, student);
        await Promise.all([
          ...READINESS.map((readiness) => tell(id, readiness, student)),
          api.post(`/api/consults/${id}/accept`, undefined, mentor),
        ]);
      }),
    );
    const waiting = await api.query<{ id: string }>(`SELECT id FROM consults WHERE status = 'waiting'`);
    const wanted = waiting.map(({ id }) => id).sort();
    await api.until(async () => JSON.stringify(await follower.ids()) === JSON.stringify(wanted));
    const { socket: other, snapshot } = await listed();
    expect(snapshot.cards.map(({ id }) => id).sort()).toEqual(wanted);
    for (const each of [socket, other]) each.close();
  });
});

describe('telling how ready one is', () => {
  it('is limited as asking for help is', async () => {
    const policy: RequestPolicy = { ...new DefaultRequestPolicy(), readiness: { burst: 2, perSecond: 1 / 60 } };
    const api = await startTestApi({ overrides: [[RequestPolicy, policy]] });
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const codes: unknown[] = [];
    for (const readiness of ['ready', 'voice-only', 'ready']) {
      codes.push(codeOf(await api.put(`/api/consults/${id}/readiness`, { readiness }, student)));
    }
    expect(codes).toEqual([undefined, undefined, 'request/rate-limited']);
    await api.close();
  });
});
