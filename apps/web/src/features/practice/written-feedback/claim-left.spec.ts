import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './claim-left';

describe('the time that is left of a claim', () => {
  it.each([
    [30 * 60_000, 'enough'],
    [10 * 60_000, 'enough'],
    [10 * 60_000 - 1, 'ten'],
    [5 * 60_000 - 1, 'five'],
    [59_999, 'one'],
    [1, 'one'],
    [0, 'over'],
    [-5_000, 'over'],
  ])('of %i ms is told as %s', (ms, told) => {
    expect(timeLeft(ms)).toBe(told);
  });
});
