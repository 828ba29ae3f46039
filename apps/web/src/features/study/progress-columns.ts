import type { CategoryCounts, ProgressPoint } from '@ieum/api-contract';
import { CORRECTION_CATEGORIES } from '@ieum/signaling-protocol';
import type { CorrectionCategory } from '@ieum/signaling-protocol';

export type Period = 'week' | 'month';

/** One column of the chart: a week or a month of meetings. */
export interface ProgressColumn {
  /** The first moment of it, by the device's calendar. */
  readonly start: Date;
  readonly meetings: number;
  readonly counts: Readonly<Record<CorrectionCategory, number>>;
  readonly total: number;
}

export interface ProgressColumns {
  readonly period: Period;
  readonly columns: readonly ProgressColumn[];
}

/** As many as can be told apart on a phone. */
const MOST_COLUMNS = 12;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Feedbacks by week, or by month once they reach back further; times without any are columns, too, so that time is even. */
export function toColumns(points: readonly ProgressPoint[]): ProgressColumns {
  const moments = points.map(({ sentAt }) => new Date(sentAt));
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return { period: 'week', columns: [] };
  const period = last.getTime() - startOf('week', first).getTime() < MOST_COLUMNS * WEEK_MS ? 'week' : 'month';
  const starts = startsBetween(period, first, last).slice(-MOST_COLUMNS);
  return {
    period,
    columns: starts.map((start, index) => {
      const end = starts[index + 1];
      const within = points.filter((_, at) => {
        const moment = moments[at];
        return moment && moment >= start && (!end || moment < end);
      });
      const counts = sum(within.map((point) => point.counts));
      return { start, meetings: within.length, counts, total: Object.values(counts).reduce((a, b) => a + b, 0) };
    }),
  };
}

/** What was corrected how often, in all. */
export function sum(all: readonly CategoryCounts[]): Record<CorrectionCategory, number> {
  const entries = CORRECTION_CATEGORIES.map((category) => {
    const count = all.reduce((total, counts) => total + (counts[category] ?? 0), 0);
    return [category, count] as const;
  });
  return Object.fromEntries(entries) as Record<CorrectionCategory, number>;
}

/** How many in all. */
export const correctionsOf = (points: readonly ProgressPoint[]): number =>
  Object.values(sum(points.map(({ counts }) => counts))).reduce((all, n) => all + n, 0);

function startsBetween(period: Period, first: Date, last: Date): Date[] {
  const starts: Date[] = [];
  for (let start = startOf(period, first); start <= last; start = next(period, start)) starts.push(start);
  return starts;
}

/** Weeks begin on Monday (ISO 8601), months on their first day. */
function startOf(period: Period, moment: Date): Date {
  const day = period === 'month' ? 1 : moment.getDate() - ((moment.getDay() + 6) % 7);
  return new Date(moment.getFullYear(), moment.getMonth(), day);
}

function next(period: Period, start: Date): Date {
  return period === 'month'
    ? new Date(start.getFullYear(), start.getMonth() + 1, 1)
    : new Date(start.getFullYear(), start.getMonth(), start.getDate() + 7);
}
