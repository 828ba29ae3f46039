import { describe, expect, it } from '@jest/globals';
import { atLeast, atMost, atMostAbove, atMostInAll, toResult, worstOf } from './result.mjs';

const measured = (ours, baseline, goal) => toResult({ id: 'X', name: 'x', ours, baseline, goal }).row;

describe('toResult', () => {
  it('is the ratio of the medians', () => {
    expect(measured([11, 12, 100], [10, 10, 10], atMost(1.1))).toEqual({
      id: 'X',
      name: 'x',
      ours: 12,
      baseline: 10,
      ratio: 1.2,
      goal: '≤ 1.10x',
      met: false,
    });
  });

  it('keeps every sample beside the row', () => {
    const { raw } = toResult({ id: 'X', name: 'x', ours: [1, 2, 3], baseline: [4, 5, 6], goal: atMost(1) });
    expect(raw.samples).toEqual({ ours: [1, 2, 3], baseline: [4, 5, 6] });
  });

  it('judges the measured ratio, not the rounded one', () => {
    expect(measured([1.10001], [1], atMost(1.1))).toMatchObject({ ratio: 1.1, met: false });
  });
});

describe('goals', () => {
  it('wants a cost below its limit and a rate above', () => {
    expect(measured([90], [100], atLeast(0.95)).met).toBe(false);
    expect(measured([96], [100], atLeast(0.95)).met).toBe(true);
    expect(measured([90], [100], atMost(0.95)).met).toBe(true);
  });

  it('allows a fixed amount above the baseline', () => {
    expect(measured([13], [8], atMostAbove(5, 'ms'))).toMatchObject({ goal: '≤ baseline + 5 ms', met: true });
    expect(measured([13.1], [8], atMostAbove(5, 'ms')).met).toBe(false);
  });

  it('limits an amount and its ratio together', () => {
    expect(measured([109], [67], atMostInAll(110, 'KB', 1.6))).toMatchObject({ met: false });
    expect(measured([105], [67], atMostInAll(110, 'KB', 1.6)).met).toBe(true);
    expect(measured([190], [67], atMostInAll(200, 'KB')).met).toBe(true);
  });
});

describe('worstOf', () => {
  it('lets the worst case stand for the row, and keeps the others', () => {
    const cases = [1.02, 1.2, 1.1].map((ours) =>
      toResult({ id: 'X', name: 'x', ours: [ours], baseline: [1], goal: atMost(2) }),
    );
    const worst = worstOf(cases, (a, b) => a.ratio > b.ratio);
    expect(worst.row.ratio).toBe(1.2);
    expect(worst.raw.cases.map(({ ratio }) => ratio)).toEqual([1.02, 1.2, 1.1]);
  });
});
