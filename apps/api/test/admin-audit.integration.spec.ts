import { AdminAudit } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConsult } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

describe('what admins look at', () => {
  let api: TestApi;
  let admin: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.registerAdmin();
  });
  afterAll(() => api.close());

  const ask = async (path: string, caller = admin) => {
    const answer = await api.get(`/api/admin/${path}`, caller);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  };
  const audit = async (query = '?limit=50') => AdminAudit.parse(await ask(`audit${query}`)).items;

  it('is written down before it is answered; looking on is one look', async () => {
    const other = await api.registerAdmin({ nickname: 'other admin' });
    const user = await api.registerStudent();
    const { id: userId } = user;
    const { id: consultId } = await createConsult(api, user);
    for (let round = 0; round < 3; round += 1) await ask('overview', other);
    for (let round = 0; round < 2; round += 1) await ask(`calls/${consultId}`, other);
    for (let round = 0; round < 2; round += 1) await ask(`people/${userId}/email`, other);
    const person = { kind: 'person', id: userId, nickname: user.nickname };
    const call = { kind: 'call', id: consultId, nickname: null };
    const seen = async () => (await audit()).filter((entry) => entry.admin === 'other admin');
    const row = (action: string, target: object | null) => ({
      id: expect.any(String),
      at: expect.any(String),
      admin: 'other admin',
      action,
      target,
    });
    expect(await seen()).toEqual([
      row('email-seen', person),
      row('email-seen', person),
      row('call-seen', call),
      row('overview-seen', null),
    ]);
    expect(JSON.stringify(await audit())).not.toContain(user.email);
    // What a later version wrote down is shown as something.
    await api.query(`INSERT INTO admin_audit (admin_id, action) VALUES ($1, 'danced')`, [other.id]);
    expect((await seen())[0]).toEqual(row('other', null));
    await api.query('DELETE FROM users WHERE id = ANY ($1)', [[other.id, userId]]);
    const kept = (await audit()).filter(({ target }) => target?.id === userId);
    expect(kept).toMatchObject([
      { admin: null, target: { nickname: null } },
      { admin: null, target: { nickname: null } },
    ]);
    const page = AdminAudit.parse(await ask('audit?limit=2'));
    const next = AdminAudit.parse(await ask(`audit?limit=2&cursor=${page.nextCursor}`));
    expect(new Set([...page.items, ...next.items].map(({ id }) => id)).size).toBe(4);
  });

  it('is not answered when it cannot be written down', async () => {
    await api.query('ALTER TABLE admin_audit RENAME TO admin_audit_away');
    try {
      for (const path of [
        'overview',
        'people?query=example',
        'mentors',
        'calls',
        'audit',
        'questions',
        'questions/export',
      ]) {
        expect([path, (await api.get(`/api/admin/${path}`, admin)).status]).toEqual([path, 500]);
      }
    } finally {
      await api.query('ALTER TABLE admin_audit_away RENAME TO admin_audit');
    }
  });
});
