import type { MentorProfileResponse } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

const aProfile = (changes: object = {}) => ({
  kinds: ['tutoring', 'speaking'],
  topics: ['math', 'opic'],
  languages: ['ko'],
  line: '천천히 같이 풀어요',
  ...changes,
});

describe('a mentor’s profile', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const PATH = '/api/mentors/me/profile';

  it('is nothing at first, then what the mentor said, not approved', async () => {
    const mentor = await api.registerMentor({ profile: false });
    expect((await api.get(PATH, mentor)).body).toEqual({ profile: null });
    const saved = await api.put(PATH, aProfile(), mentor);
    expect([saved.status, saved.body]).toEqual([200, { profile: { ...aProfile(), approved: false } }]);
    expect((await api.get(PATH, mentor)).body).toEqual(saved.body);
  });

  it('can be changed, and approval stays the operator’s word', async () => {
    const mentor = await api.registerMentor({ approved: true });
    const changed = await api.put(PATH, { ...aProfile({ line: '' }), approved: false, approvedAt: null }, mentor);
    expect((changed.body as MentorProfileResponse).profile).toEqual({ ...aProfile({ line: '' }), approved: true });
    const sneaky = await api.registerMentor({ profile: false });
    await api.put(PATH, aProfile({ approved: true }), sneaky);
    expect((await api.get(PATH, sneaky)).body).toMatchObject({ profile: { approved: false } });
  });

  it.each([
    ['a topic of a kind that is not offered', { topics: ['math', 'portfolio'] }, 'topics'],
    ['no kind', { kinds: [] }, 'kinds'],
    ['no topic', { topics: [] }, 'topics'],
    ['no language', { languages: [] }, 'languages'],
    ['a kind twice', { kinds: ['tutoring', 'tutoring'], topics: ['math'] }, 'kinds'],
    ['an unknown topic', { topics: ['astrology'] }, 'topics.0'],
    ['an unknown language', { languages: ['xx'] }, 'languages.0'],
    ['a line of 141 characters', { line: 'x'.repeat(141) }, 'line'],
    ['a line break in the line', { line: 'a\nb' }, 'line'],
    ['a list that is a text', { kinds: 'tutoring' }, 'kinds'],
  ])('refuses %s', async (_what, change, path) => {
    const mentor = await api.registerMentor({ profile: false });
    const answer = await api.put(PATH, aProfile(change), mentor);
    expect(answer.body).toMatchObject({
      error: { code: 'request/invalid', issues: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
    expect((await api.get(PATH, mentor)).body).toEqual({ profile: null });
  });

  it('is for mentors only', async () => {
    const student = await api.registerStudent();
    for (const answer of [await api.get(PATH, student), await api.put(PATH, aProfile(), student)]) {
      expect([answer.status, codeOf(answer)]).toEqual([403, 'auth/forbidden']);
    }
  });
});
