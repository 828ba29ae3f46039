import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, createConsult } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi } from './support/test-api';

describe('the live list', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const connect = (user: { accessToken: string }) => TestSocket.connect(api.url, user.accessToken);

  it('shows a card the moment it is made and takes it away the moment it is matched', async () => {
    const mentor = await connect(await api.registerMentor());
    const other = await connect(await api.registerMentor());
    await mentor.ask('list:subscribe', {});
    await other.ask('list:subscribe', {});
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const shown = await other.next('list:changed', ({ added }) => added.some((card) => card.id === id));
    const card = shown.added.find((each) => each.id === id);
    expect(card).toEqual({
      id,
      kind: 'tutoring',
      topic: 'math',
      language: 'ko',
      readiness: null,
      carries: null,
      message: '분수의 나눗셈이 어려워요',
      nickname: student.nickname,
      createdAt: expect.any(String),
    });
    await mentor.ask('consult:accept', { consultId: id });
    const gone = await other.next('list:changed', ({ removed }) => removed.some((each) => each.id === id));
    expect(gone.removed).toContainEqual({ id, reason: 'matched' });
    mentor.close();
    other.close();
  });

  it('tells the student that they are matched, and with whom', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const waiting = await connect(student);
    const mentor = await api.registerMentor({ line: '수학을 좋아하는 대학생' });
    const mentorSocket = await connect(mentor);
    await mentorSocket.ask('consult:accept', { consultId: id });
    const { consult } = await waiting.next('consult:changed');
    expect(consult).toMatchObject({
      status: 'matched',
      role: 'student',
      mentor: { nickname: mentor.nickname, line: '수학을 좋아하는 대학생' },
    });
    waiting.close();
    mentorSocket.close();
  });

  it('shows mentors only what fits their profile', async () => {
    const speaking = await connect(
      await api.registerMentor({ kinds: ['speaking'], topics: ['opic'], languages: ['en', 'ko'] }),
    );
    expect((await speaking.ask('list:subscribe', {})).cards).toEqual([]);
    await createConsult(api, await api.registerStudent());
    const wanted = await createConsult(
      api,
      await api.registerStudent(),
      aRequest({ kind: 'speaking', topic: 'opic', language: 'en' }),
    );
    await speaking.next('list:changed', ({ added }) => added.some(({ id }) => id === wanted.id));
    const seen = speaking.all('list:changed').flatMap(({ added }) => added.map(({ id }) => id));
    expect(seen).toEqual([wanted.id]);
    speaking.close();
  });

  it('never shows a mentor their own request', async () => {
    const both = await api.registerMentor({ wants: 'both' });
    const socket = await connect(both);
    await socket.ask('list:subscribe', {});
    const own = await createConsult(api, both);
    const other = await createConsult(api, await api.registerStudent());
    await socket.next('list:changed', ({ added }) => added.some(({ id }) => id === other.id));
    const seen = socket.all('list:changed').flatMap(({ added }) => added.map(({ id }) => id));
    expect(seen).not.toContain(own.id);
    const again = await socket.ask('list:subscribe', {});
    expect(again.cards.map(({ id }) => id)).not.toContain(own.id);
    socket.close();
  });

  it('leads from a snapshot through its revisions without a gap, at most two frames a second', async () => {
    const mentor = await connect(
      await api.registerMentor({ kinds: ['career'], topics: ['portfolio'], languages: ['en'] }),
    );
    const { rev } = await mentor.ask('list:subscribe', {});
    const startedAt = performance.now();
    const made = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const student = await api.registerStudent();
        return createConsult(api, student, aRequest({ kind: 'career', topic: 'portfolio', language: 'en' }));
      }),
    );
    const seen = () => mentor.all('list:changed').flatMap(({ added }) => added.map(({ id }) => id));
    await mentor.next('list:changed', () => seen().length === made.length);
    const frames = mentor.all('list:changed');
    expect(frames.map((frame) => frame.rev)).toEqual(frames.map((_frame, index) => rev + 1 + index));
    expect(frames.length).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - startedAt) / 500));
    expect([...seen()].sort()).toEqual(made.map(({ id }) => id).sort());
    mentor.close();
  });

  it('counts for a waiting student the mentors who are on the list and fit', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(
      api,
      student,
      aRequest({ kind: 'speaking', topic: 'presentation', language: 'en' }),
    );
    const waiting = await connect(student);
    expect(await waiting.ask('waiting:watch', { consultId: id })).toEqual({ mentorsOnline: 0 });
    const mentor = await api.registerMentor({ kinds: ['speaking'], topics: ['presentation'], languages: ['en'] });
    const tabs = [await connect(mentor), await connect(mentor)];
    for (const tab of tabs) await tab.ask('list:subscribe', {});
    await waiting.next('waiting:mentors', ({ mentorsOnline }) => mentorsOnline === 1);
    for (const tab of tabs) tab.close();
    await waiting.next('waiting:mentors', ({ mentorsOnline }) => mentorsOnline === 0);
    waiting.close();
  });

  it('does not tell a stranger how a consult waits', async () => {
    const { id } = await createConsult(api, await api.registerStudent());
    const stranger = await connect(await api.registerStudent());
    await expect(stranger.ask('waiting:watch', { consultId: id })).rejects.toThrow('consults/not-found');
    await expect(stranger.ask('list:subscribe', {})).rejects.toThrow('auth/forbidden');
    stranger.close();
  });

  it('asks a mentor without a profile to make one', async () => {
    const socket = await connect(await api.registerMentor({ profile: false }));
    await expect(socket.ask('list:subscribe', {})).rejects.toThrow('mentors/profile-missing');
    socket.close();
  });

  it('takes a mentor whose approval was taken back off the list within seconds', async () => {
    const mentor = await api.registerMentor();
    const socket = await connect(mentor);
    await socket.ask('list:subscribe', {});
    await api.query(`UPDATE mentor_profiles SET approved_at = NULL, approval_changed_at = now() WHERE user_id = $1`, [
      mentor.id,
    ]);
    await socket.next('list:changed', ({ rev }) => rev === 0);
    const { id } = await createConsult(api, await api.registerStudent(), { kind: 'counselling', topic: 'mood' });
    const { cards } = await socket.ask('list:subscribe', {});
    expect(cards.map((card) => card.id)).not.toContain(id);
    expect(socket.all('list:changed').flatMap(({ added }) => added)).toEqual([]);
    socket.close();
  });

  it('starts over when the mentor’s profile changes', async () => {
    const mentor = await api.registerMentor();
    const socket = await connect(mentor);
    await socket.ask('list:subscribe', {});
    await api.put(
      '/api/mentors/me/profile',
      { kinds: ['speaking'], topics: ['opic'], languages: ['en'], line: '' },
      mentor,
    );
    expect(await socket.next('list:changed', ({ rev }) => rev === 0)).toEqual({ rev: 0, added: [], removed: [] });
    socket.close();
  });
});
