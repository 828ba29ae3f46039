const DAY_MS = 24 * 60 * 60 * 1000;

/** Tells which day it is there, as `2026-11-22`. The database may know fewer places than Node. */
export function daysIn(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}

/** The Monday with which these weeks begin; the one of that day is the last of them. */
export function firstDayOf(weeks: number, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - (sinceMonday + (weeks - 1) * 7) * DAY_MS).toISOString().slice(0, 10);
}

/** Not later than this day begins, wherever that is. */
export const beginsAfter = (day: string): Date => new Date(new Date(`${day}T00:00:00Z`).getTime() - DAY_MS);
