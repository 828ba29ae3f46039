import { randomUUID } from 'node:crypto';
import {
  DrawQuestionResponse,
  QUESTION_TOPICS,
  type Question,
  QuestionResponse,
  type Survey,
  SurveyResponse,
} from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INTRODUCTION_KEYS, REVIEWED_QUESTIONS } from '../src/questions/reviewed-questions';
import { codeOf } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const DRAW = '/api/practice/questions/draw';

describe('a learner who practises', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  async function learner(survey?: Survey): Promise<TestUser> {
    const user = await api.registerStudent();
    if (survey) expect((await api.put('/api/practice/survey', survey, user)).status).toBe(200);
    return user;
  }

  async function draw(user: TestUser, choice: object = {}, node = api) {
    const answer = await node.post(DRAW, choice, user);
    expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
    return DrawQuestionResponse.parse(answer.body);
  }

  async function drawMany(user: TestUser, count: number, choice: object = {}) {
    const drawn: DrawQuestionResponse[] = [];
    for (let round = 0; round < count; round += 1) drawn.push(await draw(user, choice));
    return drawn;
  }

  const idsOf = (drawn: readonly { question: Question }[]) => drawn.map(({ question }) => question.id);
  const introductions = REVIEWED_QUESTIONS.filter(({ key }) => INTRODUCTION_KEYS.includes(key)).map(({ text }) => text);
  const introduces = ({ text }: Question) => introductions.includes(text);
  const howMany = async (topics: readonly string[], level: number, type: string | null = null) => {
    const [row] = await api.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM questions WHERE retired_at IS NULL
         AND (topic = ANY ($1) OR ($3::text IS NULL AND key LIKE 'introduce-%'))
         AND $2 BETWEEN min_level AND max_level AND ($3::text IS NULL OR type = $3)`,
      [topics, level, type],
    );
    return row?.count ?? 0;
  };

  it('says once what they practise, and changes it', async () => {
    const user = await learner();
    expect((await api.get('/api/practice/survey', user)).body).toEqual({ survey: null });
    for (const survey of [
      { topics: ['home', 'music'], level: 3 },
      { topics: [...QUESTION_TOPICS], level: 6 },
    ]) {
      expect((await api.put('/api/practice/survey', survey, user)).body).toEqual({ survey });
      expect(SurveyResponse.parse((await api.get('/api/practice/survey', user)).body)).toEqual({ survey });
    }
    expect((await api.get('/api/practice/survey', await learner())).body).toEqual({ survey: null });
  });

  it.each([
    ['no topic', { topics: [], level: 3 }],
    ['a topic twice', { topics: ['home', 'home'], level: 3 }],
    ['an unknown topic', { topics: ['cars'], level: 3 }],
    ['level 0', { topics: ['home'], level: 0 }],
    ['level 7', { topics: ['home'], level: 7 }],
    ['half a level', { topics: ['home'], level: 2.5 }],
    ['a level as text', { topics: ['home'], level: '3' }],
    ['no level', { topics: ['home'] }],
    ['nothing', undefined],
  ])('is not taken at their word with %s', async (_what, survey) => {
    const user = await learner();
    expect(codeOf(await api.put('/api/practice/survey', survey, user))).toBe('request/invalid');
    expect((await api.get('/api/practice/survey', user)).body).toEqual({ survey: null });
  });

  it('gets no question before that, and none where none fits', async () => {
    const user = await learner();
    for (const choice of [{}, { topic: 'home' }]) {
      const early = await api.post(DRAW, choice, user);
      expect([early.status, codeOf(early)]).toEqual([409, 'questions/no-survey']);
    }
    await api.put('/api/practice/survey', { topics: ['home'], level: 1 }, user);
    const none = await api.post(DRAW, { type: 'unexpected' }, user);
    expect([none.status, codeOf(none)]).toEqual([409, 'questions/none-fit']);
    for (const choice of [{ topic: 'cars' }, { type: 'sing' }, { topic: null }, []]) {
      expect(codeOf(await api.post(DRAW, choice, user))).toBe('request/invalid');
    }
  });

  it('meets every question that fits once, and then all of them again, never one twice in a row', async () => {
    const survey: Survey = { topics: ['food', 'travel'], level: 4 };
    const user = await learner(survey);
    const count = await howMany(survey.topics, survey.level);
    expect(count).toBeGreaterThan(10);
    const drawn = await drawMany(user, 3 * count);
    for (const { question } of drawn) {
      if (!introduces(question)) expect(survey.topics).toContain(question.topic);
      expect([question.minLevel <= 4, question.maxLevel >= 4]).toEqual([true, true]);
    }
    const ids = idsOf(drawn);
    for (const round of [0, 1, 2]) {
      expect(new Set(ids.slice(round * count, (round + 1) * count)).size).toBe(count);
    }
    expect(drawn.map(({ unseen }) => unseen)).toEqual(ids.map((_, index) => count - 1 - (index % count)));
    expect(drawn.map(({ newRound }) => newRound)).toEqual(ids.map((_, index) => index > 0 && index % count === 0));
    expect(ids.filter((id, index) => id === ids[index - 1])).toEqual([]);
    expect(ids.slice(0, count)).not.toEqual(ids.slice(count, 2 * count));
  });

  it('begins a new round of what they ask for only, also where there is but one', async () => {
    const user = await learner({ topics: ['music', 'weather'], level: 5 });
    const others = (await drawMany(user, 3, { topic: 'weather' })).map(({ question }) => question.id);
    const [row] = await api.query<{ id: string }>(
      `SELECT id FROM questions WHERE topic = 'music' AND type = 'compare' ORDER BY key LIMIT 1`,
    );
    expect(await howMany(['music'], 5, 'compare')).toBe(1);
    const drawn = await drawMany(user, 3, { topic: 'music', type: 'compare' });
    expect(idsOf(drawn)).toEqual([row?.id, row?.id, row?.id]);
    expect(drawn.map(({ unseen, newRound }) => [unseen, newRound])).toEqual([
      [0, false],
      [0, true],
      [0, true],
    ]);
    const left = (await howMany(['music', 'weather'], 5)) - 4;
    const rest = idsOf(await drawMany(user, left));
    expect(rest.filter((id) => others.includes(id) || id === row?.id)).toEqual([]);
    expect((await draw(user)).newRound).toBe(true);
  });

  it('has to introduce themselves whatever their topics are, unless they ask for something', async () => {
    const user = await learner({ topics: ['home'], level: 2 });
    const all = await drawMany(user, await howMany(['home'], 2));
    expect(all.filter(({ question }) => introduces(question))).toHaveLength(2);
    for (const choice of [{ topic: 'home' }, { type: 'describe' }]) {
      const asked = await drawMany(user, 6, choice);
      expect(asked.filter(({ question }) => introduces(question))).toEqual([]);
    }
  });

  it('may ask for a topic beside their survey, and for a type', async () => {
    const user = await learner({ topics: ['home'], level: 6 });
    for (const { question } of await drawMany(user, 12, { topic: 'sport' })) expect(question.topic).toBe('sport');
    for (const { question } of await drawMany(user, 4, { type: 'past' })) {
      expect([question.topic, question.type]).toEqual(['home', 'past']);
    }
  });

  it('gets different ones in twenty draws at once, on two nodes', async () => {
    const another = await api.another();
    for (let round = 0; round < 3; round += 1) {
      const user = await learner({ topics: ['home', 'people', 'school', 'work'], level: 4 });
      const nodes = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? api : another));
      const drawn = await Promise.all(nodes.map((node) => draw(user, {}, node)));
      expect(new Set(idsOf(drawn)).size).toBe(20);
      expect(new Set(drawn.map(({ unseen }) => unseen)).size).toBe(20);
    }
    await another.app.close();
    await another.dataSource.destroy();
  });

  it('does not see what others have seen', async () => {
    const survey: Survey = { topics: ['reading'], level: 6 };
    const [one, other] = [await learner(survey), await learner(survey)];
    const count = await howMany(['reading'], 6);
    await drawMany(one, count);
    const [first] = await drawMany(other, 1);
    expect(first).toMatchObject({ unseen: count - 1, newRound: false });
  });

  it('can look a question up for good, retired or not, and gets no other field of it', async () => {
    const user = await learner({ topics: ['cafes'], level: 3 });
    const { question } = await draw(user);
    const path = `/api/practice/questions/${question.id}`;
    await api.query('UPDATE questions SET retired_at = now() WHERE id = $1', [question.id]);
    const found = await api.get(path, user);
    expect(found.body).toEqual({ question });
    expect(QuestionResponse.parse(found.body).question).toEqual(question);
    const left = await howMany(['cafes'], 3);
    expect(idsOf(await drawMany(user, 2 * left + 1))).not.toContain(question.id);
    const nowhere = await api.get(`/api/practice/questions/${randomUUID()}`, user);
    expect([nowhere.status, codeOf(nowhere)]).toEqual([404, 'questions/not-found']);
    expect(codeOf(await api.get('/api/practice/questions/1', user))).toBe('request/invalid');
    expect((await api.get(path)).status).toBe(401);
  });

  it('leaves nothing behind when their account goes while they draw', async () => {
    for (let round = 0; round < 5; round += 1) {
      const user = await learner({ topics: ['health'], level: 3 });
      const draws = Array.from({ length: 4 }, () => api.post(DRAW, {}, user));
      const survey = api.put('/api/practice/survey', { topics: ['home'], level: 2 }, user);
      const erased = await api.post('/api/users/me/erase', { password: user.password }, user);
      expect(erased.status).toBe(204);
      for (const { status } of await Promise.all([...draws, survey])) expect([200, 401, 409]).toContain(status);
      for (const table of ['surveys', 'seen_questions']) {
        expect(await api.query(`SELECT FROM ${table} WHERE user_id = $1`, [user.id])).toEqual([]);
      }
    }
  });
});
