import { describe, expect, it } from '@jest/globals';
import { nextBox } from './leitner';

const NOW = new Date('2026-11-21T00:00:00.000Z');

describe('nextBox', () => {
  it.each([
    [0, 2, '2026-11-22'],
    [1, 2, '2026-11-22'],
    [2, 3, '2026-11-23'],
    [3, 4, '2026-11-25'],
    [4, 5, '2026-11-29'],
    [5, 5, '2026-11-29'],
  ])('of a known card in box %i is %i, and its time comes on %s', (from, to, day) => {
    const { box, dueAt } = nextBox(from, true, NOW);
    expect([box, dueAt.toISOString().slice(0, 10)]).toEqual([to, day]);
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'of a card in box %i that was not known is the first, and it comes again at once',
    (from) => {
      expect(nextBox(from, false, NOW)).toEqual({ box: 1, dueAt: new Date('2026-11-21T00:10:00.000Z') });
    },
  );
});
