import { describe, expect, it } from '@jest/globals';
import { daysBetween, weeksUntil } from './practice-days';

describe('days of practice', () => {
  it('are every day of the calendar, whenever clocks change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(daysBetween('2025-11-24', '2026-11-22')).toHaveLength(364);
  });

  it('come in whole weeks, the one that is under way included', () => {
    const weeks = weeksUntil('2026-11-09', '2026-11-18');
    expect(weeks.map((week) => [week.length, week[0], week[6]])).toEqual([
      [7, '2026-11-09', '2026-11-15'],
      [7, '2026-11-16', '2026-11-22'],
    ]);
    expect(weeksUntil('2026-11-16', '2026-11-22')).toHaveLength(1);
    expect(weeksUntil('2026-11-16', '2026-11-16')).toHaveLength(1);
  });
});
