import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../../shared/lib/api-error';
import { announceRetry } from './announce-retry';

describe('announcing a take of an exam', () => {
  it('goes on for as long as the network or the server is away, never more than half a minute apart', () => {
    expect(announceRetry.retry(500, new ApiError({ code: 'network/offline' }))).toBe(true);
    expect([0, 1, 2, 3, 4, 500].map(announceRetry.retryDelay)).toEqual([3_000, 6_000, 12_000, 24_000, 30_000, 30_000]);
  });

  it.each(['auth/token-expired', 'auth/unauthenticated'] as const)(
    'goes on after %s, until there is a token',
    (code) => {
      expect(announceRetry.retry(0, new ApiError({ code, status: 401 }))).toBe(true);
    },
  );

  it('ends with a refusal', () => {
    expect(announceRetry.retry(0, new ApiError({ code: 'exams/not-found' }))).toBe(false);
    expect(announceRetry.retry(0, new Error('unknown'))).toBe(false);
  });
});
