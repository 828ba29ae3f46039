import type { AnswerCardResponse, PracticeResponse, ProgressResponse } from '@ieum/api-contract';
import type { Correction } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, live } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const DAY_MS = 86_400_000;

const correction = (before: string, after: string, category: Correction['category'] = 'grammar'): Correction => ({
  before,
  after,
  category,
  comment: 'why',
});

describe('a student who studies', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  async function taught(corrections: readonly Correction[], { send = true } = {}) {
    const { id, student, mentor, studentSocket, mentorSocket } = await live(api);
    await api.post(`/api/consults/${id}/end`, undefined, mentor);
    for (const socket of [studentSocket, mentorSocket]) socket.close();
    const feedback = `/api/consults/${id}/feedback`;
    await api.put(feedback, { version: 0, summary: 'x', practice: '', corrections }, mentor);
    if (send) await api.post(`${feedback}/send`, undefined, mentor);
    return { id, student, mentor, feedback };
  }

  const practice = async (user: TestUser) => (await api.get('/api/study/cards', user)).body as PracticeResponse;
  const answer = async (user: TestUser, id: string, position: number, knew: boolean, box: number) =>
    (await api.post(`/api/study/cards/${id}`, { position, knew, box }, user)).body as AnswerCardResponse;

  /** Time goes by for the cards of a consult. */
  const later = (id: string, time: string) =>
    api.query('UPDATE practice_cards SET due_at = due_at - $2::interval WHERE consult_id = $1', [id, time]);
  const cardsOf = (id: string) => api.query('SELECT FROM practice_cards WHERE consult_id = $1', [id]);

  it('sees how many corrections of each kind each feedback brought', async () => {
    const { id, student, mentor } = await taught([
      correction('I goed', 'I went'),
      correction('', 'please', 'word-choice'),
      correction('he go', 'he goes'),
    ]);
    const { points } = (await api.get('/api/study/progress', student)).body as ProgressResponse;
    expect(points).toEqual([
      { consultId: id, kind: 'tutoring', sentAt: expect.any(String), counts: { grammar: 2, 'word-choice': 1 } },
    ]);
    for (const other of [mentor, await api.registerStudent()]) {
      expect((await api.get('/api/study/progress', other)).body).toEqual({ points: [] });
      expect(await practice(other)).toEqual({ due: [], dueCount: 0, boxes: [0, 0, 0, 0, 0, 0], nextDueAt: null });
    }
  });

  it('practises what has a before and an after, of feedbacks that were sent', async () => {
    const { id, student } = await taught([
      correction('', 'please'),
      correction('I goed', 'I went'),
      correction('very', ' '),
    ]);
    const { due, dueCount } = await practice(student);
    expect([due, dueCount]).toEqual([[{ consultId: id, position: 1, ...correction('I goed', 'I went'), box: 0 }], 1]);
    for (const position of [0, 2, 3]) {
      const refused = await api.post(`/api/study/cards/${id}`, { position, knew: true, box: 0 }, student);
      expect(codeOf(refused)).toBe('request/not-found');
    }
    const draft = await taught([correction('a', 'b')], { send: false });
    expect((await practice(draft.student)).due).toEqual([]);
    const early = await api.post(`/api/study/cards/${draft.id}`, { position: 0, knew: true, box: 0 }, draft.student);
    expect(codeOf(early)).toBe('feedback/not-ready');
  });

  it('meets what they knew later and later, and what they did not soon again', async () => {
    const { id, student } = await taught([correction('a', 'b'), correction('c', 'd')]);
    expect((await answer(student, id, 0, true, 0)).box).toBe(2);
    expect((await answer(student, id, 1, false, 0)).box).toBe(1);
    expect(await practice(student)).toMatchObject({ due: [], dueCount: 0, boxes: [0, 1, 1, 0, 0, 0] });
    await later(id, '11 minutes');
    expect((await practice(student)).due.map(({ position }) => position)).toEqual([1]);
    await later(id, '1 day');
    expect((await practice(student)).due.map(({ position, box }) => [position, box])).toEqual([
      [1, 1],
      [0, 2],
    ]);
    const { box, dueAt } = await answer(student, id, 0, true, 2);
    expect([box, Math.round((Date.parse(dueAt) - Date.now()) / DAY_MS)]).toEqual([3, 2]);
    expect((await answer(student, id, 1, true, 1)).box).toBe(2);
    expect((await practice(student)).nextDueAt).not.toBeNull();
  });

  it('is not taken twice at their word when an answer was sent twice', async () => {
    const { id, student } = await taught([correction('a', 'b')]);
    const [one, other] = await Promise.all([answer(student, id, 0, true, 0), answer(student, id, 0, true, 0)]);
    expect([one.box, other]).toEqual([2, one]);
  });

  it('is the only one who can answer', async () => {
    const { id, mentor } = await taught([correction('a', 'b')]);
    const body = { position: 0, knew: true, box: 0 };
    expect(codeOf(await api.post(`/api/study/cards/${id}`, body, mentor))).toBe('auth/forbidden');
    for (const stranger of [await api.registerStudent(), await api.registerMentor()]) {
      const refused = await api.post(`/api/study/cards/${id}`, body, stranger);
      expect([refused.status, codeOf(refused)]).toEqual([404, 'consults/not-found']);
    }
    expect(await cardsOf(id)).toEqual([]);
  });

  it('has nothing left to practise of a feedback that they deleted', async () => {
    const { id, student, feedback } = await taught([correction('a', 'b')]);
    await answer(student, id, 0, true, 0);
    expect((await api.delete(feedback, student)).status).toBe(204);
    await api.until(async () => (await cardsOf(id)).length === 0);
    expect((await practice(student)).boxes).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await api.get('/api/study/progress', student)).body).toEqual({ points: [] });
    const late = await api.post(`/api/study/cards/${id}`, { position: 0, knew: true, box: 0 }, student);
    expect(codeOf(late)).toBe('feedback/not-found');
    expect(await cardsOf(id)).toEqual([]);
  });
});
