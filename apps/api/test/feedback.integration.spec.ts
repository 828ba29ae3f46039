import type { FeedbackResponse, SaveFeedbackRequest } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, type ConsultResponse, live, matched } from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

const draft = (changes: Partial<SaveFeedbackRequest> = {}): SaveFeedbackRequest => ({
  version: 0,
  summary: '통분을 함께 했어요',
  practice: 'Exercises 3 to 7',
  corrections: [{ before: 'I goed', after: 'I went', category: 'grammar', comment: 'irregular' }],
  dismissed: [],
  ...changes,
});

describe('feedback', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const feedbackOf = (answer: { body: unknown }) => (answer.body as FeedbackResponse).feedback;

  async function ended() {
    const call = await live(api);
    await api.post(`/api/consults/${call.id}/end`, undefined, call.mentor);
    return { ...call, path: `/api/consults/${call.id}/feedback` };
  }

  it('is drafted, sent, read, answered and deleted, and both sides are told at once', async () => {
    const { path, student, mentor, studentSocket, mentorSocket } = await ended();
    const saved = await api.put(path, draft(), mentor);
    expect([saved.status, feedbackOf(saved).version]).toEqual([200, 1]);
    expect(codeOf(await api.get(path, student))).toBe('feedback/not-ready');

    expect(feedbackOf(await api.post(`${path}/send`, undefined, mentor)).status).toBe('sent');
    const arrived = await studentSocket.next('feedback:changed');
    expect(arrived.feedback).toMatchObject({ summary: '통분을 함께 했어요', corrections: draft().corrections });
    expect(feedbackOf(await api.get(path, student))).toEqual(arrived.feedback);

    await api.post(`${path}/rating`, { rating: 5, thanks: '감사합니다!' }, student);
    await mentorSocket.next('feedback:changed', ({ feedback }) => feedback?.thanks === '감사합니다!');

    expect((await api.delete(path, student)).status).toBe(204);
    await mentorSocket.next('feedback:changed', ({ feedback }) => feedback === null);
    for (const who of [student, mentor]) expect(codeOf(await api.get(path, who))).toBe('feedback/not-found');
    const [row] = await api.query('SELECT * FROM feedbacks WHERE consult_id = $1', [path.split('/')[3]]);
    expect(JSON.stringify(row)).not.toMatch(/통분|went|감사/);
    studentSocket.close();
    mentorSocket.close();
  });

  it('keeps the draft of the tab that saved last and tells the other one', async () => {
    const { path, mentor, studentSocket, mentorSocket } = await ended();
    await api.put(path, draft({ summary: 'first tab' }), mentor);
    const stale = await api.put(path, draft({ summary: 'second tab' }), mentor);
    expect([stale.status, codeOf(stale)]).toEqual([409, 'feedback/stale-version']);
    expect(feedbackOf(await api.get(path, mentor)).summary).toBe('first tab');
    const next = await api.put(path, draft({ version: 1, summary: 'second tab, again' }), mentor);
    expect(feedbackOf(next)).toMatchObject({ version: 2, summary: 'second tab, again' });
    studentSocket.close();
    mentorSocket.close();
  });

  it('keeps what became of a correction, and forgets what was taken out of the draft when it is sent', async () => {
    const { path, student, mentor, studentSocket, mentorSocket } = await ended();
    const { corrections } = draft();
    const taken = [{ ...corrections[0], outcome: 'rejected', sourceId: 'abc-1' }, ...corrections];
    const drafted = await api.put(path, { ...draft(), corrections: taken, dismissed: ['gone-2'] }, mentor);
    expect(feedbackOf(drafted)).toMatchObject({ corrections: taken, dismissed: ['gone-2'] });
    expect(feedbackOf(await api.post(`${path}/send`, undefined, mentor)).dismissed).toEqual([]);
    expect(feedbackOf(await api.get(path, student))).toMatchObject({ corrections: taken, dismissed: [] });
    for (const change of [{ outcome: 'lost' }, { sourceId: 'a b' }, { sourceId: '' }]) {
      const answer = await api.put(path, { ...draft(), corrections: [{ ...corrections[0], ...change }] }, mentor);
      expect(codeOf(answer)).toBe('request/invalid');
    }
    studentSocket.close();
    mentorSocket.close();
  });

  it('stays as it is once it was sent', async () => {
    const { path, mentor, studentSocket, mentorSocket } = await ended();
    await api.put(path, draft(), mentor);
    await api.post(`${path}/send`, undefined, mentor);
    expect(codeOf(await api.put(path, draft({ version: 2 }), mentor))).toBe('feedback/already-sent');
    expect(codeOf(await api.post(`${path}/send`, undefined, mentor))).toBe('feedback/already-sent');
    studentSocket.close();
    mentorSocket.close();
  });

  it('does not hide a draft’s existence less than its words: the student sees none', async () => {
    const { id, path, student, mentor, studentSocket, mentorSocket } = await ended();
    await api.put(path, draft(), mentor);
    const seen = (await api.get(`/api/consults/${id}`, student)).body as ConsultResponse;
    expect(seen.consult.feedback).toBe('none');
    studentSocket.close();
    mentorSocket.close();
  });

  it('cannot be sent empty, nor before the consult ended', async () => {
    const { path, mentor, studentSocket, mentorSocket } = await ended();
    await api.put(path, draft({ summary: ' ', practice: '', corrections: [] }), mentor);
    expect(codeOf(await api.post(`${path}/send`, undefined, mentor))).toBe('feedback/not-ready');
    const early = await matched(api);
    expect(codeOf(await api.put(`/api/consults/${early.id}/feedback`, draft(), early.mentor))).toBe(
      'feedback/not-ready',
    );
    studentSocket.close();
    mentorSocket.close();
  });

  it.each([
    ['a control character', { summary: 'a\u0000b' }],
    ['half a surrogate pair', { corrections: [{ ...draft().corrections[0], before: '\uD800' }] }],
  ])('refuses %s before the database would', async (_what, change) => {
    const { path, mentor, studentSocket, mentorSocket } = await ended();
    const answer = await api.put(path, { ...draft(), ...change }, mentor);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'request/invalid']);
    studentSocket.close();
    mentorSocket.close();
  });

  it('is the mentor’s to write and the student’s to answer', async () => {
    const { path, student, mentor, studentSocket, mentorSocket } = await ended();
    expect(codeOf(await api.put(path, draft(), student))).toBe('auth/forbidden');
    await api.put(path, draft(), mentor);
    expect(codeOf(await api.post(`${path}/send`, undefined, student))).toBe('auth/forbidden');
    await api.post(`${path}/send`, undefined, mentor);
    expect(codeOf(await api.post(`${path}/rating`, { rating: 5 }, mentor))).toBe('auth/forbidden');
    expect(codeOf(await api.delete(path, mentor))).toBe('auth/forbidden');
    for (const rating of [0, 6, 1.5, '5']) {
      expect(codeOf(await api.post(`${path}/rating`, { rating }, student))).toBe('request/invalid');
    }
    studentSocket.close();
    mentorSocket.close();
  });
});
