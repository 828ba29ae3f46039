import { describe, expect, it } from '@jest/globals';
import type { ProgressPoint } from '@ieum/api-contract';
import { toColumns } from './progress-columns';

const point = (sentAt: Date, counts: ProgressPoint['counts']): ProgressPoint => ({
  consultId: '00000000-0000-4000-8000-000000000001',
  kind: 'speaking',
  sentAt: sentAt.toISOString(),
  counts,
});
const dayOf = (date: Date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');

describe('the columns of progress', () => {
  it('are none without feedback', () => {
    expect(toColumns([]).columns).toEqual([]);
  });

  it('are weeks from Monday on, with those in which nothing was', () => {
    const { period, columns } = toColumns([
      point(new Date(2026, 10, 1, 12), { grammar: 2 }),
      point(new Date(2026, 10, 16, 0), { grammar: 1, fact: 3 }),
      point(new Date(2026, 10, 22, 23), {}),
    ]);
    expect(period).toBe('week');
    expect(columns.map(({ start, meetings, total }) => [dayOf(start), meetings, total])).toEqual([
      ['2026-10-26', 1, 2],
      ['2026-11-2', 0, 0],
      ['2026-11-9', 0, 0],
      ['2026-11-16', 2, 4],
    ]);
    expect(columns[3]?.counts).toMatchObject({ grammar: 1, fact: 3, structure: 0 });
  });

  it('are months when they reach back further, the last twelve of them', () => {
    const { period, columns } = toColumns([
      point(new Date(2025, 0, 31), { other: 9 }),
      point(new Date(2026, 1, 28), { grammar: 1 }),
      point(new Date(2026, 10, 30), { grammar: 1 }),
    ]);
    expect(period).toBe('month');
    expect(columns).toHaveLength(12);
    expect([columns[0], columns[11]].map((column) => column && dayOf(column.start))).toEqual([
      '2025-12-1',
      '2026-11-1',
    ]);
    expect(columns.reduce((all, { total }) => all + total, 0)).toBe(2);
  });
});
