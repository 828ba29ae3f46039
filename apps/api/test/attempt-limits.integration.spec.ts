import type { Session } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttemptPolicy } from '../src/auth/attempt-limits';
import { codeOf } from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

const policy: AttemptPolicy = {
  perAccount: { burst: 5, perSecond: 1 / 60 },
  perAddress: { burst: 12, perSecond: 1 / 60 },
};

describe('trying to get in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ overrides: [[AttemptPolicy, policy]] });
  });
  afterAll(() => api.close());

  const login = (email: string, password: string, address: string) =>
    api.post('/api/auth/login', { email, password }, undefined, { 'x-forwarded-for': address });

  it('is slowed down for one account, with the wait in the answer', async () => {
    const { email } = await api.registerStudent();
    for (let round = 0; round < 5; round += 1)
      expect((await login(email, 'wrong-one', '198.51.100.1')).status).toBe(401);
    const limited = await login(email, 'wrong-one', '198.51.100.1');
    expect([limited.status, codeOf(limited)]).toEqual([429, 'request/rate-limited']);
    const { error } = limited.body as { error: { retryAfterMs: number } };
    expect(error.retryAfterMs).toBeGreaterThan(0);
    expect(Number(limited.headers.get('retry-after'))).toBe(Math.ceil(error.retryAfterMs / 1000));
  });

  it('locks nobody out: the owner gets in from elsewhere while it goes on', async () => {
    const { email, password } = await api.registerStudent();
    for (let round = 0; round < 6; round += 1) await login(email, 'wrong-one', '198.51.100.2');
    expect((await login(email, password, '198.51.100.2')).status).toBe(429);
    expect((await login(email, password, '198.51.100.3')).status).toBe(200);
  });

  it('is slowed down for one address, whichever accounts it tries', async () => {
    const codes: unknown[] = [];
    for (let round = 0; round < 13; round += 1) {
      codes.push(codeOf(await login(`${crypto.randomUUID()}@example.org`, 'wrong-one', '198.51.100.4')));
    }
    expect(codes.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => 'auth/invalid-credentials'));
    expect(codes[12]).toBe('request/rate-limited');
  });

  it('is limited for registering and for changing a password as well', async () => {
    const person = { nickname: '하늘', password: 'violet-otter-piano-77', ageBand: '19-to-24', wants: 'get-help' };
    const register = () =>
      api.post('/api/auth/register', { ...person, email: `${crypto.randomUUID()}@example.org` }, undefined, {
        'x-forwarded-for': '198.51.100.5',
      });
    const made = await register();
    for (let round = 0; round < 11; round += 1) await register();
    expect(codeOf(await register())).toBe('request/rate-limited');
    const change = () =>
      api.post('/api/auth/password', { current: 'wrong-one', next: 'violet-otter-piano-78' }, made.body as Session, {
        'x-forwarded-for': '198.51.100.6',
      });
    for (let round = 0; round < 5; round += 1) expect(codeOf(await change())).toBe('auth/invalid-credentials');
    expect(codeOf(await change())).toBe('request/rate-limited');
  });
});
