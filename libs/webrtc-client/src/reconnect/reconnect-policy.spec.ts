import { describe, expect, it } from '@jest/globals';
import { backoffPolicy } from './reconnect-policy';

describe('backoffPolicy', () => {
  it('gives each retry more time than the last, up to half a minute', () => {
    const { retryMs } = backoffPolicy();
    expect([1, 2, 3, 4, 5, 8].map(retryMs)).toEqual([5_000, 10_000, 20_000, 30_000, 30_000, 30_000]);
  });

  it('takes other figures', () => {
    expect(backoffPolicy({ restartMs: 2 })).toMatchObject({ restartMs: 2, graceMs: 3_000 });
  });
});
