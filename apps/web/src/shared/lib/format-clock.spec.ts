import { describe, expect, it } from '@jest/globals';
import { formatClock } from './format-clock';

describe('formatClock', () => {
  it.each([
    [-5_000, '0:00'],
    [0, '0:00'],
    [61_999, '1:01'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
  ])('shows %d ms as %s', (milliseconds, shown) => {
    expect(formatClock(milliseconds)).toBe(shown);
  });
});
