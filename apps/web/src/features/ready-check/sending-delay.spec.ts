import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../shared/lib/api-error';
import { delayAfter } from './sending-delay';

const offline = new ApiError({ code: 'network/offline' });

describe('the wait before another try', () => {
  it('doubles up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 9].map((failures) => delayAfter(offline, failures))).toEqual([
      2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });

  it('is at least what the server asks for', () => {
    expect(delayAfter(new ApiError({ code: 'request/rate-limited', retryAfterMs: 45_000 }), 1)).toBe(45_000);
  });

  it('ends with a request that does not wait any more, a server that goes on failing, and what is no answer at all', () => {
    expect(delayAfter(new ApiError({ code: 'consults/not-open' }), 1)).toBeNull();
    expect(delayAfter(new ApiError({ code: 'server/internal' }), 1)).toBe(2_000);
    expect(delayAfter(new ApiError({ code: 'server/internal' }), 5)).toBeNull();
    expect(delayAfter(new TypeError('x'), 1)).toBeNull();
  });
});
