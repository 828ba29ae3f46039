import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('Retry-After', () => {
  it.each([
    [null, undefined],
    ['7', 7_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['999999', 3_600_000],
    ['soon', undefined],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
