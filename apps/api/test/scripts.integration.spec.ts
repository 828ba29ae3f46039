import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  QuestionScriptResponse,
  Script,
  ScriptListResponse,
  ScriptResponse,
  ScriptVersionsResponse,
} from '@ieum/api-contract';
import { RetentionService } from '../src/retention/retention.service';
import { ScriptPolicy } from '../src/scripts/script-limit';
import { codeOf } from './support/consult-fixtures';
import { spokenAnswer } from './support/spoken-answer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestRecorder } from './support/test-recorder';
import type { TestAnswer } from './support/test-requests';

const refusal = (answer: TestAnswer) => [answer.status, codeOf(answer)];
const scriptOf = (answer: TestAnswer): Script => (answer.body as ScriptResponse).script;
const pageOf = (answer: TestAnswer) => answer.body as ScriptListResponse;

describe('scripts', () => {
  let api: TestApi;
  let student: TestUser;
  let questions: { id: string; topic: string; type: string; text: string }[];
  beforeAll(async () => {
    api = await startTestApi();
    questions = await api.query('SELECT id, topic, type, text FROM questions ORDER BY key LIMIT 60');
  });
  beforeEach(async () => {
    student = await api.registerStudent();
  });
  afterAll(() => api.close());

  const question = (index: number) => questions[index]?.id ?? '';
  const save = (index: number, text: string, revision = 0, user = student) =>
    api.put(`/api/scripts/of-question/${question(index)}`, { revision, text }, user);
  const list = async (query = '') => pageOf(await api.get(`/api/scripts${query}`, student));

  it('are saved while they are typed, each from the one before', async () => {
    expect((await api.get(`/api/scripts/of-question/${question(0)}`, student)).body).toEqual({ script: null });
    const first = scriptOf(await save(0, 'My room is small.'));
    expect(first).toMatchObject({ text: 'My room is small.', revision: 1, question: { id: question(0) } });
    expect(scriptOf(await save(0, 'My room is small, but', 1))).toMatchObject({ id: first.id, revision: 2 });
    expect(refusal(await save(0, 'of another tab', 1))).toEqual([409, 'scripts/stale-revision']);
    expect(refusal(await save(0, 'of a new one', 0))).toEqual([409, 'scripts/stale-revision']);
    const { script } = (await api.get(`/api/scripts/of-question/${question(0)}`, student))
      .body as QuestionScriptResponse;
    expect(script?.text).toBe('My room is small, but');
  });

  it('are one each, whoever saves at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => save(1, `text ${n}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await list()).items).toHaveLength(1);
  });

  it('are saved for the first time while the first answer to the question begins', async () => {
    for (let round = 0; round < 10; round += 1) {
      const user = await api.registerStudent();
      const path = `/api/scripts/of-question/${question(0)}`;
      const [saved] = await Promise.all([
        api.put(path, { revision: 0, text: 'the first' }, user),
        new TestRecorder(api, user, question(0)).begin(),
      ]);
      expect([saved.status, scriptOf(saved)]).toMatchObject([200, { text: 'the first', revision: 1 }]);
    }
  });

  it('are of questions that there are, and not endless', async () => {
    const nowhere = `/api/scripts/of-question/${randomUUID()}`;
    expect(refusal(await api.get(nowhere, student))).toEqual([404, 'questions/not-found']);
    expect(refusal(await api.put(nowhere, { revision: 0, text: '' }, student))).toEqual([404, 'questions/not-found']);
    expect(refusal(await save(2, 'x'.repeat(20_001)))).toEqual([400, 'request/invalid']);
    expect(refusal(await save(2, 'a\u0000b'))).toEqual([400, 'request/invalid']);
    expect((await save(2, `${'안녕 '.repeat(5000)}👍`)).status).toBe(200);
  });

  it('are nobody else’s', async () => {
    const { id } = scriptOf(await save(0, 'mine'));
    const stranger = await api.registerStudent();
    const path = `/api/scripts/${id}`;
    const answers = [
      await api.get(path, stranger),
      await api.delete(path, stranger),
      await api.post(`${path}/restore`, undefined, stranger),
      await api.get(`${path}/versions`, stranger),
      await api.post(`${path}/versions`, undefined, stranger),
      await api.post(`${path}/versions/1/restore`, undefined, stranger),
      await api.delete(`${path}/versions/1`, stranger),
    ];
    for (const answer of answers) expect(refusal(answer)).toEqual([404, 'scripts/not-found']);
    expect(scriptOf(await save(0, 'theirs', 0, stranger)).id).not.toBe(id);
    expect(scriptOf(await api.get(path, student)).text).toBe('mine');
  });

  it('can be what they once were', async () => {
    const { id } = scriptOf(await save(0, 'one'));
    const versions = async () => (await api.get(`/api/scripts/${id}/versions`, student)).body as ScriptVersionsResponse;
    await api.post(`/api/scripts/${id}/versions`, undefined, student);
    await api.post(`/api/scripts/${id}/versions`, undefined, student);
    expect(await versions()).toMatchObject({ versions: [{ number: 1, text: 'one', origin: 'kept' }] });
    await save(0, 'two', 1);
    const restored = scriptOf(await api.post(`/api/scripts/${id}/versions/1/restore`, undefined, student));
    expect(restored).toMatchObject({ text: 'one', revision: 3 });
    expect(await versions()).toMatchObject({
      versions: [
        { number: 2, text: 'two', origin: 'before-restore' },
        { number: 1, text: 'one' },
      ],
    });
    expect(refusal(await save(0, 'three', 2))).toEqual([409, 'scripts/stale-revision']);
    expect(refusal(await api.post(`/api/scripts/${id}/versions/9/restore`, undefined, student))).toEqual([
      404,
      'scripts/not-found',
    ]);
  });

  it('keep a hundred versions, two at once included', async () => {
    const { id } = scriptOf(await save(0, 'begin'));
    await api.query(
      `INSERT INTO script_versions (script_id, number, origin, text)
       SELECT $1, n, 'kept', 'v' || n FROM generate_series(1, 98) n`,
      [id],
    );
    const keep = () => api.post(`/api/scripts/${id}/versions`, undefined, student);
    expect((await Promise.all([keep(), keep()])).map(({ status }) => status)).toEqual([201, 201]);
    await save(0, 'more', 1);
    expect((await keep()).status).toBe(201);
    await save(0, 'too much', 2);
    expect(refusal(await keep())).toEqual([409, 'scripts/too-many-versions']);
    expect(refusal(await api.post(`/api/scripts/${id}/versions/1/restore`, undefined, student))).toEqual([
      409,
      'scripts/too-many-versions',
    ]);
    expect(scriptOf(await api.get(`/api/scripts/${id}`, student)).text).toBe('too much');
    const left = (await api.delete(`/api/scripts/${id}/versions/50`, student)).body as ScriptVersionsResponse;
    expect([left.versions.length, left.versions.some(({ number }) => number === 50)]).toEqual([99, false]);
    expect(refusal(await api.delete(`/api/scripts/${id}/versions/50`, student))).toEqual([404, 'scripts/not-found']);
    expect((await keep()).status).toBe(201);
  });

  it('give way to a newer version, of a hundred, where nobody kept them on purpose, but for the one that is wanted', async () => {
    const { id } = scriptOf(await save(0, 'now'));
    await api.query(
      `INSERT INTO script_versions (script_id, number, origin, text)
       SELECT $1, n, CASE n WHEN 3 THEN 'before-restore' WHEN 7 THEN 'before-correction' ELSE 'kept' END, 'v' || n FROM generate_series(1, 100) n`,
      [id],
    );
    const numbers = async () =>
      ((await api.get(`/api/scripts/${id}/versions`, student)).body as ScriptVersionsResponse).versions.map(
        ({ number }) => number,
      );
    const restored = await api.post(`/api/scripts/${id}/versions/3/restore`, undefined, student);
    expect([restored.status, scriptOf(restored).text]).toEqual([200, 'v3']);
    const left = await numbers();
    expect([left.length, left[0], left.includes(3), left.includes(7)]).toEqual([100, 101, true, false]);
    expect((await api.post(`/api/scripts/${id}/versions`, undefined, student)).status).toBe(201);
    expect((await numbers()).slice(0, 2)).toEqual([102, 101]);
  });

  it('are ten thousand of one person at most, with those that can be restored', async () => {
    await api.query(
      `INSERT INTO scripts (user_id, question_id, deleted_at) SELECT $1, $2, now() FROM generate_series(1, 9998)`,
      [student.id, question(1)],
    );
    const { id } = scriptOf(await save(0, 'the last but one'));
    const [one, two] = await Promise.all([save(2, 'one of these'), save(3, 'is the last')]);
    const answers = [one, two].sort((a, b) => a.status - b.status);
    expect([answers[0]?.status, answers[1] && refusal(answers[1])]).toEqual([200, [409, 'scripts/too-many']]);
    expect(refusal(await new TestRecorder(api, student, question(4)).begin())).toEqual([409, 'scripts/too-many']);
    expect((await new TestRecorder(api, student, question(0)).begin()).status).toBe(201);
    expect(scriptOf(await save(0, 'goes on', 1)).id).toBe(id);
  });

  it('are not there, and no error of ours, for whose account goes meanwhile', async () => {
    const going = api.dataSource.createQueryRunner();
    await going.startTransaction();
    await going.query('SELECT 1 FROM users WHERE id = $1 FOR UPDATE', [student.id]);
    const answers = Promise.all([save(0, 'too late'), new TestRecorder(api, student, question(1)).begin()]);
    await api.until(async () => {
      const waiting = await api.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return waiting.length >= 2;
    });
    await going.query('DELETE FROM users WHERE id = $1', [student.id]);
    await going.commitTransaction();
    await going.release();
    for (const answer of await answers) expect(refusal(answer)).toEqual([401, 'auth/unauthenticated']);
  });

  it('are found by topic, type, level, state and words, the last changed first, a page at a time', async () => {
    for (let index = 0; index < 45; index += 1) {
      await save(index, index % 5 === 0 ? '' : `Answer ${index}. It was 100% fun_${index}`);
    }
    const first = await list('?limit=20');
    const second = await list(`?limit=20&cursor=${first.nextCursor}`);
    const third = await list(`?limit=20&cursor=${second.nextCursor}`);
    const all = [...first.items, ...second.items, ...third.items];
    expect([all.length, new Set(all.map(({ id }) => id)).size, third.nextCursor]).toEqual([45, 45, null]);
    expect(all[0]?.question.id).toBe(question(44));
    const { topic } = questions[3] ?? { topic: '' };
    const ofTopic = (await list(`?limit=50&topic=${topic}`)).items;
    expect(ofTopic.map((item) => item.question.topic)).toEqual(ofTopic.map(() => topic));
    expect(ofTopic).toHaveLength(questions.slice(0, 45).filter((each) => each.topic === topic).length);
    expect((await list(`?limit=50&topic=${topic}&q=`)).items).toHaveLength(ofTopic.length);
    const [one] = (await list(`?limit=1&topic=${topic}`)).items;
    expect(one?.id).toBe(ofTopic[0]?.id);
    expect((await list('?limit=50&state=empty')).items).toHaveLength(9);
    expect((await list('?limit=50&state=written')).items).toHaveLength(36);
    expect((await list('?limit=50&state=recorded')).items).toEqual([]);
    expect((await list(`?q=${encodeURIComponent('100% fun_7')}`)).items.map((item) => item.excerpt)).toEqual([
      'Answer 7. It was 100% fun_7',
    ]);
    expect((await list(`?q=${encodeURIComponent('_')}`)).items.every((item) => item.excerpt.includes('_'))).toBe(true);
    expect((await list('?q=ANSWER%2044')).items[0]).toMatchObject({ words: 6, takes: 0 });
    const recorder = new TestRecorder(api, student, question(44));
    await recorder.record(spokenAnswer(1));
    expect((await list('?limit=50&state=recorded')).items).toMatchObject([
      { question: { id: question(44) }, takes: 1 },
    ]);
    for (const wrong of ['?q=%00', '?level=7', '?topic=cars', '?state=x', '?limit=51', '?cursor=abc']) {
      expect(refusal(await api.get(`/api/scripts${wrong}`, student))).toEqual([400, 'request/invalid']);
    }
  });

  it('can be restored for 30 days after they were deleted, and are gone then', async () => {
    const { id } = scriptOf(await save(0, 'to be deleted'));
    expect(scriptOf(await api.delete(`/api/scripts/${id}`, student)).deletedAt).not.toBeNull();
    expect(scriptOf(await api.delete(`/api/scripts/${id}`, student)).deletedAt).not.toBeNull();
    expect([(await list()).items.length, (await list('?state=deleted')).items.length]).toEqual([0, 1]);
    expect(refusal(await save(0, 'typed on', 1))).toEqual([409, 'scripts/stale-revision']);
    expect(scriptOf(await api.post(`/api/scripts/${id}/restore`, undefined, student))).toMatchObject({
      text: 'to be deleted',
      deletedAt: null,
    });
    await api.delete(`/api/scripts/${id}`, student);
    const fresh = scriptOf(await save(0, 'a new one'));
    expect(refusal(await api.post(`/api/scripts/${id}/restore`, undefined, student))).toEqual([
      409,
      'scripts/another-is-there',
    ]);
    await api.query(`UPDATE scripts SET deleted_at = now() - interval '31 days' WHERE id = $1`, [id]);
    await api.app.get(RetentionService).run();
    expect(refusal(await api.get(`/api/scripts/${id}`, student))).toEqual([404, 'scripts/not-found']);
    expect(scriptOf(await api.get(`/api/scripts/${fresh.id}`, student)).text).toBe('a new one');
  });
});

describe('scripts of somebody who goes beyond the limit', () => {
  it('are neither changed nor searched, and can be read', async () => {
    const once = { burst: 1, perSecond: 1 / 3600 };
    const api = await startTestApi({
      overrides: [[ScriptPolicy, { writes: once, reads: once } satisfies ScriptPolicy]],
    });
    const student = await api.registerStudent();
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions ORDER BY key LIMIT 1');
    const ofQuestion = `/api/scripts/of-question/${question?.id}`;
    const { id } = scriptOf(await api.put(ofQuestion, { revision: 0, text: 'mine' }, student));
    const path = `/api/scripts/${id}`;
    expect((await api.get(`${path}/versions`, student)).status).toBe(200);
    const refused = [
      await api.put(ofQuestion, { revision: 1, text: 'more' }, student),
      await api.delete(path, student),
      await api.post(`${path}/restore`, undefined, student),
      await api.post(`${path}/versions`, undefined, student),
      await api.delete(`${path}/versions/1`, student),
      await api.post(`${path}/versions/1/restore`, undefined, student),
      await api.get(`${path}/versions`, student),
      await api.get('/api/scripts?q=mine', student),
    ];
    for (const answer of refused) {
      expect(refusal(answer)).toEqual([429, 'request/rate-limited']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    for (const read of [path, ofQuestion]) expect(scriptOf(await api.get(read, student)).text).toBe('mine');
    expect(pageOf(await api.get('/api/scripts', student)).items).toHaveLength(1);
    const other = await api.registerStudent();
    expect((await api.put(ofQuestion, { revision: 0, text: 'theirs' }, other)).status).toBe(200);
    await api.close();
  });
});
