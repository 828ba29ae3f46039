import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pace } from './pace';
import { pauses } from './pauses';
import type { TimedWord } from './timed-word';

const said = (...times: readonly (readonly [text: string, startMs: number, endMs: number])[]): TimedWord[] =>
  times.map(([text, startMs, endMs]) => ({ text, startMs, endMs }));

const WALK = said(
  ['I', 1_000, 1_200],
  ['walk,', 1_300, 1_700],
  ['um,', 2_500, 2_900],
  ['to', 3_150, 3_300],
  ['parks.', 5_000, 6_000],
);

/** Words one after the other, with gaps between them. */
const spoken = fc
  .array(fc.record({ gap: fc.nat(1_000), length: fc.nat(900) }), { minLength: 1, maxLength: 30 })
  .map((parts) => {
    let at = 0;
    return parts.map(({ gap, length }): TimedWord => {
      const startMs = at + gap;
      at = startMs + length;
      return { text: 'word', startMs, endMs: at };
    });
  });

describe('pauses', () => {
  it('are gaps of a quarter of a second and more, with their places', () => {
    expect(pauses(WALK)).toEqual({
      count: 3,
      totalMs: 800 + 250 + 1_700,
      longestMs: 1_700,
      pauses: [
        { after: 1, startMs: 1_700, endMs: 2_500 },
        { after: 2, startMs: 2_900, endMs: 3_150 },
        { after: 3, startMs: 3_300, endMs: 5_000 },
      ],
    });
  });

  it('are as long as one wants them to be', () => {
    expect(pauses(WALK, { leastMs: 300 })).toMatchObject({ count: 2, totalMs: 2_500 });
    expect(pauses(WALK, { leastMs: 10_000 })).toEqual({ count: 0, totalMs: 0, longestMs: 0, pauses: [] });
  });

  it('are not known where nobody told when the words were said', () => {
    expect(pauses([])).toBeNull();
  });

  it('are not where words overlap', () => {
    const words = said(['a', 0, 2_000], ['b', 500, 700], ['c', 1_900, 2_100], ['d', 2_600, 2_700]);
    expect(pauses(words)).toMatchObject({ pauses: [{ after: 2, startMs: 2_100, endMs: 2_600 }] });
  });

  it('and words together are as long as what was said', () => {
    fc.assert(
      fc.property(spoken, (words) => {
        const lengths = words.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
        const span = (words.at(-1)?.endMs ?? 0) - (words[0]?.startMs ?? 0);
        expect((pauses(words, { leastMs: 0 })?.totalMs ?? 0) + lengths).toBe(span);
      }),
    );
  });

  it('become fewer the longer they have to be', () => {
    fc.assert(
      fc.property(spoken, fc.nat(1_000), fc.nat(1_000), (words, a, b) => {
        const shorter = pauses(words, { leastMs: Math.min(a, b) })?.count ?? 0;
        expect(pauses(words, { leastMs: Math.max(a, b) })?.count).toBeLessThanOrEqual(shorter);
      }),
    );
  });
});

describe('pace', () => {
  it('is words a minute, from the first word to the last, and while a voice was heard', () => {
    const { words, speaking, articulation } = pace({ text: '', words: WALK }, 2_500);
    expect(words).toBe(5);
    expect(speaking).toBeCloseTo(60, 10);
    expect(articulation).toBeCloseTo(120, 10);
  });

  it('counts the words of the text where their times are not known, and then knows the articulation alone', () => {
    expect(pace({ text: 'A well-known park — really.', words: [] }, 10_000)).toEqual({
      words: 5,
      speaking: null,
      articulation: 30,
    });
  });

  it.each([
    ['nothing was said', { text: '', words: [] }, 4_000],
    ['no voice was measured', { text: 'Hello there', words: [] }, null],
    ['the words took no time', { text: 'Hello', words: said(['Hello', 500, 500]) }, 0],
  ])('is not known where %s', (_, spokenText, voicedMs) => {
    expect(pace(spokenText, voicedMs)).toMatchObject({ speaking: null, articulation: null });
  });

  it('is the same wherever in the recording it is, and halves when all takes twice as long', () => {
    fc.assert(
      fc.property(spoken, fc.nat(60_000), (words, later) => {
        const { speaking } = pace({ text: '', words }, null);
        const change = (of: (ms: number) => number) =>
          pace(
            {
              text: '',
              words: words.map(({ text, startMs, endMs }) => ({ text, startMs: of(startMs), endMs: of(endMs) })),
            },
            null,
          ).speaking;
        expect(change((ms) => ms + later)).toEqual(speaking);
        expect(change((ms) => 2 * ms)).toEqual(speaking === null ? null : speaking / 2);
      }),
    );
  });
});
