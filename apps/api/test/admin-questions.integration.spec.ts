import { randomUUID } from 'node:crypto';
import {
  AdminAudit,
  AdminQuestionResponse,
  AdminQuestions,
  ImportQuestionsResponse,
  type QuestionInput,
} from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REVIEWED_QUESTIONS } from '../src/questions/reviewed-questions';
import { codeOf } from './support/consult-fixtures';
import { printDatabase } from './support/database-print';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const PATH = '/api/admin/questions';
const HEADER = 'key,topic,type,minLevel,maxLevel,text,help';

const question = (key: string, change: Partial<QuestionInput> = {}): QuestionInput => ({
  key,
  topic: 'home',
  type: 'describe',
  minLevel: 1,
  maxLevel: 4,
  text: `What is ${key} to you?`,
  help: '무엇인지 설명해 보세요.',
  ...change,
});

describe('an admin’s questions', () => {
  let api: TestApi;
  let admin: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.registerAdmin({ nickname: '문제 관리자' });
  });
  afterAll(() => api.close());

  const list = async (query = '') => {
    const answer = await api.get(`${PATH}${query}`, admin);
    expect([query, answer.status]).toEqual([query, 200]);
    return AdminQuestions.parse(answer.body);
  };
  const add = async (key: string, change?: Partial<QuestionInput>) => {
    const answer = await api.post(PATH, question(key, change), admin);
    expect(answer.status).toBe(201);
    return AdminQuestionResponse.parse(answer.body).question;
  };
  const change = (id: string, updatedAt: string, text: string) => {
    const { key: _key, ...content } = question('any', { text });
    return api.put(`${PATH}/${id}`, { ...content, updatedAt }, admin);
  };
  const send = (format: 'csv' | 'json', text: string, dryRun = false) =>
    api.post(`${PATH}/import${dryRun ? '?dryRun=true' : ''}`, { format, text }, admin);
  const counts = async (format: 'csv' | 'json', text: string, dryRun = false) => {
    const answer = await send(format, text, dryRun);
    expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
    const { added, changed, unchanged } = ImportQuestionsResponse.parse(answer.body);
    return [added, changed, unchanged];
  };
  const file = async (format: string) => api.get(`${PATH}/export?format=${format}`, admin);

  it('are listed by key, in pages, by topic, type and words', async () => {
    const first = await list('?limit=100');
    const second = await list(`?limit=100&cursor=${first.nextCursor}`);
    const keys = [...first.items, ...second.items].map(({ key }) => key);
    expect([first.total, second.total, second.nextCursor]).toEqual([183, 183, null]);
    expect([...keys].sort()).toEqual(REVIEWED_QUESTIONS.map(({ key }) => key).sort());
    const some = await list('?topic=food&type=past');
    expect(some.items.every(({ topic, type }) => topic === 'food' && type === 'past')).toBe(true);
    expect(some.items).toHaveLength(some.total);
    for (const words of ['SWITCHED-OFF-%', '_', '100%'])
      expect((await list(`?q=${encodeURIComponent(words)}`)).items).toEqual([]);
    expect((await list('?q=DRUMS')).items.map(({ key }) => key)).toEqual(['home-noisy-neighbour']);
    expect((await list(`?q=${encodeURIComponent('드럼')}`)).items.map(({ key }) => key)).toEqual([
      'home-noisy-neighbour',
    ]);
    for (const query of [
      '?limit=0',
      '?limit=101',
      '?topic=cars',
      '?cursor=%00',
      '?q=%00',
      '?retired=maybe',
      '?cursor=A B',
    ]) {
      expect([query, codeOf(await api.get(PATH + query, admin))]).toEqual([query, 'request/invalid']);
    }
  });

  it('are added under a key that nobody else has', async () => {
    const added = await add('admin-added');
    expect(added).toMatchObject({ ...question('admin-added'), retiredAt: null });
    const again = await api.post(PATH, question('admin-added'), admin);
    expect([again.status, codeOf(again)]).toEqual([409, 'questions/key-taken']);
    for (const wrong of [
      { minLevel: 5 },
      { key: 'Not One' },
      { text: 'short' },
      { topic: 'cars' as 'home' },
      { help: 'a\0bcdef' },
    ]) {
      expect(codeOf(await api.post(PATH, question('admin-wrong', wrong), admin))).toBe('request/invalid');
    }
    expect((await list('?q=admin-wrong')).total).toBe(0);
  });

  it('are changed by one admin at a time: whoever comes second is told', async () => {
    const { id, key, updatedAt } = await add('admin-changed');
    const answers = await Promise.all(['one way', 'another'].map((way) => change(id, updatedAt, `Is it ${way}?`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('questions/stale-version');
    const { question: now } = AdminQuestionResponse.parse(answers.find(({ status }) => status === 200)?.body);
    expect([now.key, now.updatedAt > updatedAt]).toEqual([key, true]);
    expect((await change(id, now.updatedAt, 'Is it as it should be?')).status).toBe(200);
    const nowhere = randomUUID();
    const lost = [
      await change(nowhere, updatedAt, 'Is anybody there?'),
      await api.post(`${PATH}/${nowhere}/retire`, undefined, admin),
      await api.post(`${PATH}/${nowhere}/restore`, undefined, admin),
    ];
    expect(lost.map(codeOf)).toEqual(Array.from({ length: 3 }, () => 'questions/not-found'));
  });

  it('are retired and come back; what was open meanwhile is stale', async () => {
    const { id, updatedAt } = await add('admin-retired');
    const retired = AdminQuestionResponse.parse(
      (await api.post(`${PATH}/${id}/retire`, undefined, admin)).body,
    ).question;
    const again = AdminQuestionResponse.parse((await api.post(`${PATH}/${id}/retire`, undefined, admin)).body).question;
    expect([typeof retired.retiredAt, again.retiredAt]).toEqual(['string', retired.retiredAt]);
    expect((await list('?q=admin-retired')).total).toBe(0);
    expect((await list('?q=admin-retired&retired=yes')).total).toBe(1);
    expect((await list('?q=admin-retired&retired=any')).total).toBe(1);
    expect(codeOf(await change(id, updatedAt, 'Is it still the same?'))).toBe('questions/stale-version');
    expect((await file('csv')).body).not.toContain('admin-retired');
    const back = AdminQuestionResponse.parse((await api.post(`${PATH}/${id}/restore`, undefined, admin)).body).question;
    expect(back.retiredAt).toBeNull();
  });

  it('go out as a file and come back unchanged, formulas and all', async () => {
    await add('admin-formula', { text: '=cmd|calc and so on', help: `'@SUM(1), "따옴표"\n그리고 줄바꿈` });
    const { total } = await list();
    for (const format of ['csv', 'json'] as const) {
      const answer = await file(format);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="ieum-questions.${format}"`,
      ]);
      const text = format === 'csv' ? String(answer.body) : JSON.stringify(answer.body);
      expect(text).not.toMatch(/,"=/u);
      for (const dryRun of [true, false]) expect(await counts(format, text, dryRun)).toEqual([0, 0, total]);
    }
    const answer = await fetch(`${api.url}${PATH}/export`, {
      headers: { authorization: `Bearer ${admin.accessToken}` },
    });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect([...new Uint8Array(await answer.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('come from a file all together, and the rehearsal counts the same and changes nothing', async () => {
    const kept = question('import-kept');
    expect(await counts('json', JSON.stringify([kept, question('import-old')]))).toEqual([2, 0, 0]);
    const next = JSON.stringify([kept, question('import-old', { maxLevel: 6 }), question('import-new')]);
    const before = await printDatabase(api);
    expect(await counts('json', next, true)).toEqual([1, 1, 1]);
    const { admin_audit: _audit, ...after } = await printDatabase(api);
    expect(before).toMatchObject(after);
    expect(await counts('json', next)).toEqual([1, 1, 1]);
    expect(await counts('json', next)).toEqual([0, 0, 3]);
    expect((await list('?q=import-')).items.map(({ key, maxLevel }) => [key, maxLevel])).toEqual([
      ['import-kept', 4],
      ['import-new', 4],
      ['import-old', 6],
    ]);
  });

  it('come from a file of ten thousand rows', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => `many-${index},home,past,3,6,Question ${index}?,질문이에요.`,
    );
    const text = [HEADER, ...rows].join('\n');
    expect(await counts('csv', text, true)).toEqual([10_000, 0, 0]);
    expect(await counts('csv', text)).toEqual([10_000, 0, 0]);
    expect(await counts('csv', text)).toEqual([0, 0, 10_000]);
    const { body } = await file('csv');
    expect(String(body).match(/^"many-/gmu)).toHaveLength(10_000);
    await api.query(`DELETE FROM questions WHERE key LIKE 'many-%'`);
  });

  it('are not taken from a file with a single mistake', async () => {
    const before = await list('?retired=any');
    const good = 'good-one,home,past,3,6,Is this one good?,좋은 질문이에요.';
    const wrong: [string, string, string][] = [
      ['csv', `${HEADER}\n${good}\n${good}`, '3.key'],
      ['csv', `${HEADER}\n${good}\nbad-one,home,past,3,6,NUL \u0000 in a text,질문이에요.`, '3.text'],
      ['csv', `${HEADER}\n${good}\nbad-one,home,past,three,6,Is this one good?,질문이에요.`, '3.minLevel'],
      ['csv', `${HEADER}\n${good}\n"bad-one`, '3'],
      ['json', JSON.stringify([question('good-one'), { ...question('bad-one'), minLevel: '1' }]), '2.minLevel'],
      ['json', JSON.stringify([question('good-one'), { ...question('bad-one'), text: { $ne: null } }]), '2.text'],
      ['json', '{"a":', ''],
    ];
    for (const [format, text, path] of wrong) {
      for (const dryRun of [true, false]) {
        const answer = await send(format as 'csv' | 'json', text, dryRun);
        expect([path, answer.status, codeOf(answer)]).toEqual([path, 422, 'questions/bad-file']);
        const { issues } = (answer.body as { error: { issues: { path: string }[] } }).error;
        expect(issues.map((issue) => issue.path)).toContain(path);
        expect(JSON.stringify(answer.body)).not.toContain('good');
      }
    }
    const large = await send('csv', `${HEADER}\n${'가'.repeat(400_000)}`);
    expect([large.status, codeOf(large)]).toEqual([413, 'request/too-large']);
    expect(codeOf(await send('csv', 'x'.repeat(2_200_000)))).toBe('request/too-large');
    for (const body of [
      { format: 'xml', text: 'x' },
      { format: 'csv' },
      { format: 'csv', text: '' },
      { format: 'csv', text: 1 },
    ]) {
      expect(codeOf(await api.post(`${PATH}/import`, body, admin))).toBe('request/invalid');
    }
    expect(await list('?retired=any')).toEqual(before);
  });

  it('are written down in the audit, each change with its question', async () => {
    const other = await api.registerAdmin({ nickname: 'writes it down' });
    const as = async (method: string, path: string, body?: unknown) => {
      const answer = await api.request(method, PATH + path, body, other);
      expect([path, answer.status < 300]).toEqual([path, true]);
      return answer.body;
    };
    const { question: added } = AdminQuestionResponse.parse(await as('POST', '', question('audit-one')));
    const { key: _key, ...content } = question('audit-one', { maxLevel: 5 });
    await as('PUT', `/${added.id}`, { ...content, updatedAt: added.updatedAt });
    await as('POST', `/${added.id}/retire`);
    await as('POST', `/${added.id}/restore`);
    await as('GET', '');
    await as('GET', '');
    await as('GET', '/export');
    await as('POST', '/import', { format: 'json', text: JSON.stringify([question('audit-two')]) });
    const { items } = AdminAudit.parse((await api.get('/api/admin/audit?limit=50', admin)).body);
    const target = { kind: 'question', id: added.id, nickname: null };
    expect(
      items.filter((entry) => entry.admin === 'writes it down').map((entry) => [entry.action, entry.target]),
    ).toEqual([
      ['questions-imported', null],
      ['questions-exported', null],
      ['questions-listed', null],
      ['question-restored', target],
      ['question-retired', target],
      ['question-changed', target],
      ['question-added', target],
    ]);
  });
});
