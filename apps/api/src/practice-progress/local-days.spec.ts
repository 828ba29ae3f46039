import { describe, expect, it } from '@jest/globals';
import { beginsAfter, daysIn, firstDayOf } from './local-days';

describe('days of a place', () => {
  it.each([
    ['Asia/Seoul', '2026-11-22T15:00:00Z', '2026-11-23'],
    ['Asia/Seoul', '2026-11-22T14:59:59Z', '2026-11-22'],
    ['America/New_York', '2026-11-22T04:59:00Z', '2026-11-21'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01'],
  ])('are those of its clocks: %s at %s', (timeZone, moment, day) => {
    expect(daysIn(timeZone)(new Date(moment))).toBe(day);
  });

  it.each([
    [1, '2026-11-23', '2026-11-23'],
    [1, '2026-11-29', '2026-11-23'],
    [2, '2026-11-29', '2026-11-16'],
    [12, '2026-01-04', '2025-10-13'],
  ])('make weeks that begin on Monday: %s until %s', (weeks, day, first) => {
    expect(firstDayOf(weeks, day)).toBe(first);
  });

  it('begin nowhere on earth before what is asked of the database', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Asia/Seoul', 'Pacific/Pago_Pago']) {
      expect(daysIn(timeZone)(beginsAfter('2026-03-01')) < '2026-03-01').toBe(true);
    }
  });
});
