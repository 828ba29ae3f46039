import { describe, expect, it } from '@jest/globals';
import { median, percentile, rounded, spread } from './statistics.mjs';

describe('median', () => {
  it('is the middle of an odd number of samples, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('is the mean of the two in the middle of an even number', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  it('leaves the samples in the order they were taken', () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });

  it('refuses to speak of no samples', () => {
    expect(() => median([])).toThrow('no samples');
  });
});

describe('percentile', () => {
  it('is the sample that the given share does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([5], 0.99)).toBe(5);
  });

  it('refuses to speak of no samples', () => {
    expect(() => percentile([], 0.5)).toThrow('no samples');
  });
});

describe('spread', () => {
  it('is nothing when all samples agree', () => {
    expect(spread([7, 7, 7, 7, 7])).toBe(0);
  });

  it('is not moved by one outlier', () => {
    expect(spread([10, 10, 10, 10, 1000])).toBe(0);
  });

  it('grows with the distance between the quartiles', () => {
    expect(spread([8, 9, 10, 11, 12])).toBeCloseTo(0.1);
  });
});

describe('rounded', () => {
  it('keeps four significant digits', () => {
    expect(rounded(1234.567)).toBe(1235);
    expect(rounded(0.0123456)).toBe(0.01235);
  });
});
