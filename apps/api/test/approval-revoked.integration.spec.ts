import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultRequestPolicy, RequestPolicy } from '../src/consults/request-limit';
import { codeOf, createConsult, live, matched } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const COUNSELLING = { kind: 'counselling', topic: 'mood' } as const;

describe('a mentor whose approval is taken back', () => {
  let api: TestApi;
  let admin: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.registerAdmin();
  });
  afterAll(() => api.close());

  const revoke = (mentor: TestUser) => api.put(`/api/admin/mentors/${mentor.id}/approval`, { approved: false }, admin);

  it('is out of the room of somebody who needs one, at once and for good', async () => {
    const room = await live(api, COUNSELLING);
    const path = `/api/consults/${room.id}`;
    const draft = { version: 0, summary: 'We go on elsewhere', practice: '', corrections: [] };
    expect((await api.put(`${path}/feedback`, draft, room.mentor)).status).toBe(200);
    expect((await revoke(room.mentor)).status).toBe(200);
    for (const socket of [room.studentSocket, room.mentorSocket]) {
      await socket.next('consult:changed', ({ consult }) => consult.id === room.id && consult.status === 'ended');
    }
    const again = room.mentorSocket.ask('room:join', { consultId: room.id, peerId: randomUUID() });
    await expect(again).rejects.toThrow('rooms/not-open');
    expect(codeOf(await api.get(`${path}/ice-servers`, room.mentor))).toBe('rooms/not-open');
    expect(codeOf(await api.put(`${path}/feedback`, { ...draft, version: 1 }, room.mentor))).toBe('auth/forbidden');
    expect(codeOf(await api.post(`${path}/feedback/send`, undefined, room.mentor))).toBe('auth/forbidden');
    expect((await createConsult(api, room.student)).status).toBe('waiting');
    room.studentSocket.close();
    room.mentorSocket.close();
  });

  it('does not meet them any more, also where the operator’s command took it back', async () => {
    const { id, student, mentor } = await matched(api, COUNSELLING);
    await api.query('UPDATE mentor_profiles SET approved_at = NULL, approval_changed_at = now() WHERE user_id = $1', [
      mentor.id,
    ]);
    const statusOf = async () => (await api.get(`/api/consults/${id}`, student)).body;
    await api.until(async () => JSON.stringify(await statusOf()).includes('"status":"cancelled"'));
  });

  it('goes on with who needs none', async () => {
    const room = await live(api);
    const counselled = await live(api, COUNSELLING);
    await revoke(room.mentor);
    await revoke(counselled.mentor);
    await counselled.studentSocket.next('consult:changed', ({ consult }) => consult.status === 'ended');
    expect((await api.get(`/api/consults/${room.id}`, room.mentor)).body).toMatchObject({
      consult: { status: 'live' },
    });
    for (const { studentSocket, mentorSocket } of [room, counselled]) {
      studentSocket.close();
      mentorSocket.close();
    }
  });
});

describe('a mentor who accepts and gives up', () => {
  it('accepts no more after a few, until a while has passed, and the student is free each time', async () => {
    const policy: RequestPolicy = { ...new DefaultRequestPolicy(), givenUp: { burst: 2, perSecond: 1 / 60 } };
    const api = await startTestApi({ overrides: [[RequestPolicy, policy]] });
    const mentor = await api.registerMentor();
    const accept = async () => {
      const { id } = await createConsult(api, await api.registerStudent());
      return { id, answer: await api.post(`/api/consults/${id}/accept`, undefined, mentor) };
    };
    for (let given = 0; given < 2; given += 1) {
      const { id, answer } = await accept();
      expect(answer.status).toBe(200);
      expect((await api.post(`/api/consults/${id}/cancel`, undefined, mentor)).status).toBe(200);
    }
    const { answer, id } = await accept();
    expect([answer.status, codeOf(answer)]).toEqual([429, 'request/rate-limited']);
    expect((await api.post(`/api/consults/${id}/accept`, undefined, await api.registerMentor())).status).toBe(200);
    await api.close();
  });
});
