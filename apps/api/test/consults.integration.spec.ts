import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aRequest,
  codeOf,
  createConsult,
  type ConsultResponse,
  type CurrentConsults,
  live,
  matched,
} from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

describe('consults over REST', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const consultOf = (answer: { body: unknown }) => (answer.body as ConsultResponse).consult;

  it('creates a waiting consult that only its student sees', async () => {
    const student = await api.registerStudent();
    const answer = await api.post('/api/consults', aRequest(), student);
    expect(answer.status).toBe(201);
    expect(consultOf(answer)).toMatchObject({ status: 'waiting', role: 'student', mentor: null, revision: 0 });
    expect((await api.get(`/api/consults/${consultOf(answer).id}`, student)).status).toBe(200);
    const stranger = await api.get(`/api/consults/${consultOf(answer).id}`, await api.registerStudent());
    expect([stranger.status, codeOf(stranger)]).toEqual([404, 'consults/not-found']);
  });

  it('makes one consult of a request that is sent ten times at once', async () => {
    const student = await api.registerStudent();
    const request = aRequest();
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.post('/api/consults', request, student)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => consultOf(answer).id)).size).toBe(1);
  });

  it('refuses a second open consult and keeps the first', async () => {
    const student = await api.registerStudent();
    const first = await createConsult(api, student);
    const second = await api.post('/api/consults', aRequest(), student);
    expect([second.status, codeOf(second)]).toEqual([409, 'consults/student-has-open']);
    const current = (await api.get('/api/consults/current', student)).body as CurrentConsults;
    expect(current.asStudent?.id).toBe(first.id);
  });

  it('lets a mentor-only account not ask and a student-only account not accept', async () => {
    const mentor = await api.registerMentor();
    const student = await api.registerStudent();
    expect((await api.post('/api/consults', aRequest(), mentor)).status).toBe(403);
    const { id } = await createConsult(api, student);
    expect((await api.post(`/api/consults/${id}/accept`, undefined, await api.registerStudent())).status).toBe(403);
  });

  it('takes a consult the whole way: waiting, matched, live, ended', async () => {
    const { student, mentor, id, studentSocket, mentorSocket } = await live(api);
    expect(consultOf(await api.get(`/api/consults/${id}`, student)).status).toBe('live');
    const ended = await api.post(`/api/consults/${id}/end`, undefined, mentor);
    expect(consultOf(ended)).toMatchObject({ status: 'ended', role: 'mentor' });
    expect(await studentSocket.next('consult:changed', ({ consult }) => consult.status === 'ended')).toBeDefined();
    studentSocket.close();
    mentorSocket.close();
  });

  it('is not live because one member says so, and the student ends it once the mentor is gone for good', async () => {
    const alone = await matched(api);
    const started = await api.post(`/api/consults/${alone.id}/start`, undefined, alone.student);
    expect(codeOf(started)).toBe('consults/illegal-transition');

    const { student, id, studentSocket, mentorSocket } = await live(api);
    expect(codeOf(await api.post(`/api/consults/${id}/end`, undefined, student))).toBe('consults/illegal-transition');
    mentorSocket.close();
    await studentSocket.next('room:peer-left');
    await api.query(
      `UPDATE room_visits v SET joined_at = now() - interval '10 minutes', seen_at = now() - interval '4 minutes'
       FROM consults c WHERE c.id = $1 AND v.consult_id = c.id AND v.user_id = c.mentor_id`,
      [id],
    );
    expect(consultOf(await api.post(`/api/consults/${id}/end`, undefined, student)).status).toBe('ended');
    studentSocket.close();
  });

  it('accepts twice for the same mentor with the effect of once', async () => {
    const { mentor, id } = await matched(api);
    const again = await api.post(`/api/consults/${id}/accept`, undefined, mentor);
    expect([again.status, consultOf(again).status, consultOf(again).revision]).toEqual([200, 'matched', 1]);
  });

  it('is cancelled and ended once, however often and by however many that is asked for', async () => {
    const { student, mentor, id } = await matched(api);
    const cancel = (who: typeof student) => api.post(`/api/consults/${id}/cancel`, undefined, who);
    const cancelled = await Promise.all([cancel(student), cancel(mentor), cancel(student)]);
    const call = await live(api);
    const end = () => api.post(`/api/consults/${call.id}/end`, undefined, call.mentor);
    const ended = [...(await Promise.all([end(), end()])), await end()];
    for (const [answers, status] of [
      [cancelled, 'cancelled'],
      [ended, 'ended'],
    ] as const) {
      expect(answers.map((answer) => [answer.status, consultOf(answer).status])).toEqual(
        answers.map(() => [200, status]),
      );
      expect(new Set(answers.map((answer) => consultOf(answer).revision)).size).toBe(1);
    }
    call.studentSocket.close();
    call.mentorSocket.close();
  });

  it('tells the second mentor that it is matched, and a busy mentor that they are', async () => {
    const { mentor, id } = await matched(api);
    const late = await api.post(`/api/consults/${id}/accept`, undefined, await api.registerMentor());
    expect([late.status, codeOf(late)]).toEqual([409, 'consults/already-matched']);
    const other = await createConsult(api, await api.registerStudent());
    const busy = await api.post(`/api/consults/${other.id}/accept`, undefined, mentor);
    expect([busy.status, codeOf(busy)]).toEqual([409, 'consults/mentor-busy']);
  });

  it('does not let anybody accept their own request', async () => {
    const both = await api.registerMentor({ wants: 'both' });
    const { id } = await createConsult(api, both);
    const own = await api.post(`/api/consults/${id}/accept`, undefined, both);
    expect([own.status, codeOf(own)]).toEqual([409, 'consults/own-request']);
  });

  it('hides a consult from a mentor whose profile does not fit', async () => {
    const { id } = await createConsult(api, await api.registerStudent());
    const speaker = await api.registerMentor({ kinds: ['speaking'], topics: ['opic'], languages: ['en'] });
    const refused = await api.post(`/api/consults/${id}/accept`, undefined, speaker);
    expect([refused.status, codeOf(refused)]).toEqual([404, 'consults/not-found']);
  });

  it.each([
    ['counselling', '25-and-over', aRequest({ kind: 'counselling', topic: 'mood' })],
    ['a minor', '14-to-18', aRequest()],
  ] as const)('keeps %s for approved mentors', async (_what, ageBand, request) => {
    const student = await api.registerStudent({ ageBand });
    const { id } = await createConsult(api, student, request);
    const profile = { kinds: ['tutoring', 'counselling'] as const, topics: ['math', 'mood'] as const };
    const unapproved = await api.registerMentor({ ...profile, approved: false });
    expect(codeOf(await api.post(`/api/consults/${id}/accept`, undefined, unapproved))).toBe('consults/not-found');
    const approved = await api.registerMentor({ ...profile, approved: true });
    expect((await api.post(`/api/consults/${id}/accept`, undefined, approved)).status).toBe(200);
  });

  it('shows the mentor of a counselling consult a pseudonym, never the nickname', async () => {
    const { student, mentor, id } = await matched(api, { kind: 'counselling', topic: 'friends' });
    const seen = consultOf(await api.get(`/api/consults/${id}`, mentor));
    expect(seen.student.nickname).not.toBe(student.nickname);
    expect(JSON.stringify(seen)).not.toContain(student.id);
    expect(consultOf(await api.get(`/api/consults/${id}`, student)).student.nickname).toBe(student.nickname);
  });

  it('refuses every transition that the table does not know, and changes nothing', async () => {
    const { student, mentor, id } = await matched(api);
    const tries: [string, typeof student, number, string][] = [
      ['end', mentor, 409, 'consults/illegal-transition'],
      ['end', student, 409, 'consults/illegal-transition'],
    ];
    for (const [action, who, status, code] of tries) {
      const answer = await api.post(`/api/consults/${id}/${action}`, undefined, who);
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    }
    expect(consultOf(await api.post(`/api/consults/${id}/cancel`, undefined, mentor)).status).toBe('cancelled');
    for (const action of ['start', 'end'] as const) {
      expect(codeOf(await api.post(`/api/consults/${id}/${action}`, undefined, mentor))).toBe('consults/not-open');
    }
  });

  it('frees both sides when a consult is closed', async () => {
    const { student, mentor, id } = await matched(api);
    await api.post(`/api/consults/${id}/cancel`, undefined, student);
    const next = await createConsult(api, student);
    expect((await api.post(`/api/consults/${next.id}/accept`, undefined, mentor)).status).toBe(200);
  });

  it('pages through the history, newest first, without gaps or doubles', async () => {
    const student = await api.registerStudent();
    const made: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const { id } = await createConsult(api, student);
      await api.post(`/api/consults/${id}/cancel`, undefined, student);
      made.unshift(id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `?limit=3&cursor=${encodeURIComponent(cursor)}` : '?limit=3';
      const page = (await api.get(`/api/consults${query}`, student)).body as {
        items: { id: string }[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made);
  });

  it.each([
    ['a cursor of somebody else', '?cursor=abc'],
    ['a limit of 0', '?limit=0'],
    ['a limit of 51', '?limit=51'],
    ['a limit that is no number', '?limit=many'],
  ])('refuses %s', async (_what, query) => {
    const answer = await api.get(`/api/consults${query}`, await api.registerStudent());
    expect([answer.status, codeOf(answer)]).toEqual([400, 'request/invalid']);
  });

  it('says 404 to an id that is none, and to one that nobody has', async () => {
    const student = await api.registerStudent();
    expect((await api.get('/api/consults/not-a-uuid', student)).status).toBe(400);
    expect((await api.get(`/api/consults/${randomUUID()}`, student)).status).toBe(404);
  });
});
