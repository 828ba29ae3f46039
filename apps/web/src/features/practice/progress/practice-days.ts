const DAY_MS = 24 * 60 * 60 * 1000;

/** Every day from one to the other, both included, as `2026-11-22`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** Whole weeks; the last one may end after today. */
export function weeksUntil(from: string, today: string): string[][] {
  const days = daysBetween(from, today);
  const weeks = Math.ceil(days.length / 7);
  return Array.from({ length: weeks }, (_, week) => {
    const monday = Date.parse(from) + week * 7 * DAY_MS;
    return daysBetween(new Date(monday).toISOString(), new Date(monday + 6 * DAY_MS).toISOString());
  });
}
