import { describe, expect, it } from '@jest/globals';
import { backoffPolicy } from './reconnect-policy';

describe('backoffPolicy', () => {
  it('gives each attempt more time than the last, up to half a minute', () => {
    const { attemptMs } = backoffPolicy();
    expect([1, 2, 3, 4, 5, 8].map(attemptMs)).toEqual([4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('takes other figures', () => {
    expect(backoffPolicy({ maxAttempts: 2 })).toMatchObject({ maxAttempts: 2, graceMs: 3_000 });
  });
});
