import { describe, expect, it } from '@jest/globals';
import { comparisonsOf, daysOf } from './practice-days';
import type { SpokenTake } from './spoken-take';

const take = (change: Partial<SpokenTake> = {}): SpokenTake => ({
  scriptId: 'a',
  questionId: 'q',
  day: '2026-11-20',
  recordedMs: 40_000,
  words: 60,
  spanMs: 30_000,
  pauses: 3,
  longestPauseMs: 900,
  ...change,
});

describe('days of practice', () => {
  it('are counted, and their pace is that of all words of the day', () => {
    const days = daysOf([
      take(),
      take({ words: 20, spanMs: 30_000, pauses: 9, longestPauseMs: 2000 }),
      take({ day: '2026-11-21' }),
    ]);
    expect(days).toEqual([
      {
        day: '2026-11-20',
        takes: 2,
        recordedMs: 80_000,
        wordsPerMinute: 80,
        pauses: { perMinute: 12, longestMs: 2000 },
      },
      {
        day: '2026-11-21',
        takes: 1,
        recordedMs: 40_000,
        wordsPerMinute: 120,
        pauses: { perMinute: 6, longestMs: 900 },
      },
    ]);
  });

  it('have no pace without text, and none of a few words', () => {
    const silent = take({ words: 0, spanMs: null, pauses: 0, longestPauseMs: 0 });
    const few = take({ words: 9, spanMs: 2000 });
    expect(daysOf([silent, few])).toMatchObject([{ takes: 2, wordsPerMinute: null, pauses: null }]);
  });

  it('have the pace of the whole recording and no pauses where nobody told when words were said', () => {
    expect(daysOf([take({ spanMs: null })])).toMatchObject([{ wordsPerMinute: 90, pauses: null }]);
  });

  it('have no endless pace where all words are said to come at once', () => {
    expect(daysOf([take({ spanMs: 0 })])).toMatchObject([{ wordsPerMinute: null, pauses: { perMinute: 0 } }]);
  });
});

describe('scripts said again', () => {
  it('are compared from their first to their latest take, the one practised last first', () => {
    const compared = comparisonsOf([
      take({ words: 30 }),
      take({ scriptId: 'b', questionId: 'r', words: 40 }),
      take({ words: 50, day: '2026-11-21' }),
      take({ scriptId: 'b', questionId: 'r', words: 0, spanMs: null }),
      take({ scriptId: 'c', questionId: 's' }),
      take({ scriptId: 'b', questionId: 'r', words: 60, day: '2026-11-22' }),
      take({ words: 60, day: '2026-11-21' }),
    ]);
    expect(compared).toEqual([
      {
        questionId: 'q',
        takes: 3,
        first: { day: '2026-11-20', wordsPerMinute: 60 },
        latest: { day: '2026-11-21', wordsPerMinute: 120 },
      },
      {
        questionId: 'r',
        takes: 2,
        first: { day: '2026-11-20', wordsPerMinute: 80 },
        latest: { day: '2026-11-22', wordsPerMinute: 120 },
      },
    ]);
  });

  it('are as many as one looks through', () => {
    const many = Array.from({ length: 30 }, (_, n) => [take({ scriptId: `${n}` }), take({ scriptId: `${n}` })]).flat();
    expect(comparisonsOf(many)).toHaveLength(20);
  });
});
