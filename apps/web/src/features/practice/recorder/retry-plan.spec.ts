import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../../shared/lib/api-error';
import { mayPass, retryDelay } from './retry-plan';
import { refusal } from './testing/fake-recording-server';

describe('the wait after a failure', () => {
  it('doubles up to half a minute, and is not the same for all pages', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((failures) => retryDelay(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(retryDelay(3, 0)).toBe(2_000);
  });

  it('is never less than what the server asks for', () => {
    expect(retryDelay(1, 0.5, 12_000)).toBe(12_000);
    expect(retryDelay(6, 1, 12_000)).toBe(30_000);
  });
});

describe('what may go well a little later', () => {
  it.each([
    ['no network', new ApiError({ code: 'network/offline' })],
    ['a server that restarts', refusal('server/unavailable', 503)],
    ['a server that fails', refusal('server/internal', 500)],
    ['too many requests', refusal('request/rate-limited', 429)],
    ['a network that answers in the place of the server', refusal('network/bad-answer', 200)],
    ['a token that ended', refusal('auth/token-expired', 401)],
    ['a request without a token', refusal('auth/unauthenticated', 401)],
    ['a damaged slice', refusal('recordings/digest-mismatch', 422)],
    ['a missing slice', refusal('recordings/incomplete', 409)],
  ])('is %s', (_what, error) => {
    expect(mayPass(error, 0)).toBe(true);
  });

  it.each([
    ['a full account', refusal('recordings/quota-reached', 409), 0],
    ['a conflict', refusal('recordings/slice-conflict', 409), 0],
    ['a recording that is gone', refusal('recordings/not-found', 404), 0],
    ['a session that is over', refusal('auth/session-ended', 401), 0],
    ['a proxy that refuses', refusal('network/bad-answer', 413), 0],
    ['a slice that is damaged each time', refusal('recordings/digest-mismatch', 422), 3],
  ])('is not %s', (_what, error, repairs) => {
    expect(mayPass(error, repairs)).toBe(false);
  });
});
