import { describe, expect, it } from '@jest/globals';
import { SPARK, sparkPath } from './spark-path';

describe('a small line of values', () => {
  it('ends at the right, and goes from the bottom to the top', () => {
    expect(sparkPath([0, 10, 5], 10)).toBe('M58 20.0L59 0.0L60 10.0');
  });

  it('does not make a mountain of a molehill', () => {
    expect(sparkPath([1], 10)).toBe('M60 18.0');
  });

  it('fits what is larger than expected', () => {
    expect(sparkPath([10, 20], 10)).toBe('M59 10.0L60 0.0');
  });

  it('is broken where nothing is known', () => {
    expect(sparkPath([undefined, 10, undefined, 10], 10)).toBe('M58 0.0M60 0.0');
    expect(sparkPath([], 10)).toBe('');
  });

  it('shows no more than fits', () => {
    expect(
      sparkPath(
        Array.from({ length: 500 }, () => 1),
        1,
      ),
    ).toMatch(/^M1 0\.0(L\d+ 0\.0)+$/);
    expect(SPARK.width).toBe(60);
  });
});
