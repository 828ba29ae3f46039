import type { AdminQuestion } from '@ieum/api-contract';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { REVIEWED_QUESTIONS } from '../src/questions/reviewed-questions';
import { startTestApi, type TestApi } from './support/test-api';

const OLD = 'What an earlier version of the file asked?';

describe('the questions that come with the product', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.close());

  const rows = () =>
    api.query(
      `SELECT key, topic, type, min_level AS "minLevel", max_level AS "maxLevel", text, help FROM questions
       WHERE NOT edited AND retired_at IS NULL`,
    );
  const prints = () => api.query('SELECT id, key, text, edited, retired_at, updated_at FROM questions ORDER BY key');
  const find = async (key: string) => {
    const [row] = await api.query<{ id: string; text: string; updated_at: Date }>(
      'SELECT id, text, updated_at FROM questions WHERE key = $1',
      [key],
    );
    if (!row) throw new Error(`No ${key}.`);
    return row;
  };
  const reviewed = (key: string) => REVIEWED_QUESTIONS.find((each) => each.key === key)?.text;
  const everyOne = expect.arrayContaining([...REVIEWED_QUESTIONS]);

  it('are all there when the server first starts, and stay as they are when it starts again', async () => {
    const first = await prints();
    expect(first).toHaveLength(183);
    expect(await rows()).toEqual(everyOne);
    api = await api.restart();
    expect(await prints()).toEqual(first);
  });

  it('are there once when several nodes start at the same time', async () => {
    await api.query('DELETE FROM questions');
    const nodes = await Promise.all([api.another(), api.another(), api.another()]);
    expect(await prints()).toHaveLength(183);
    expect(await rows()).toEqual(everyOne);
    for (const node of nodes) {
      await node.app.close();
      await node.dataSource.destroy();
    }
  });

  it('follow a file that changed, unless an admin has edited or retired them', async () => {
    const [followed, edited, retired] = ['home-sounds', 'music-live-music', 'food-one-recipe'];
    const admin = await api.registerAdmin();
    const { id, updated_at: updatedAt } = await find(edited);
    const change = { topic: 'music', type: 'past', minLevel: 3, maxLevel: 6, text: 'What an admin asks instead?' };
    const answer = await api.put(
      `/api/admin/questions/${id}`,
      { ...change, help: '관리자가 고친 설명이에요.', updatedAt: updatedAt.toISOString() },
      admin,
    );
    expect(answer.status).toBe(200);
    const { id: retiredId } = await find(retired);
    expect((await api.post(`/api/admin/questions/${retiredId}/retire`, undefined, admin)).status).toBe(200);
    await api.query('UPDATE questions SET text = $1 WHERE key = ANY ($2)', [OLD, [followed, retired]]);
    await api.query(`DELETE FROM questions WHERE key = 'parks-my-bench'`);
    const before = await find(followed);

    api = await api.restart();
    const after = await find(followed);
    expect([after.id, after.text]).toEqual([before.id, reviewed(followed)]);
    expect(after.updated_at.getTime()).toBeGreaterThan(before.updated_at.getTime());
    expect((await find(edited)).text).toBe('What an admin asks instead?');
    expect((await find(retired)).text).toBe(OLD);
    expect((await find('parks-my-bench')).text).toBe(reviewed('parks-my-bench'));

    // Restored, it is the file’s again.
    const restored = await api.post(`/api/admin/questions/${retiredId}/restore`, undefined, admin);
    expect((restored.body as { question: AdminQuestion }).question.retiredAt).toBeNull();
    api = await api.restart();
    expect((await find(retired)).text).toBe(reviewed(retired));
  });

  it('leave the questions of admins alone, whatever their keys', async () => {
    const admin = await api.registerAdmin();
    await api.query(`DELETE FROM questions WHERE key = 'home-sounds'`);
    const body = {
      key: 'home-sounds',
      topic: 'home',
      type: 'describe',
      minLevel: 1,
      maxLevel: 6,
      text: 'Is it quiet where you live?',
      help: '집이 조용한지 묻고 있어요.',
    };
    expect((await api.post('/api/admin/questions', body, admin)).status).toBe(201);
    api = await api.restart();
    expect((await find('home-sounds')).text).toBe(body.text);
  });
});
