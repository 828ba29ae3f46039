import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alignWords } from './align-words';
import { normaliseWords } from './read-words';
import { countErrors, wordErrorRate } from './word-errors';

const rateOf = (reference: string, hypothesis: string): number | null =>
  wordErrorRate(normaliseWords(reference), normaliseWords(hypothesis));

describe('the word error rate', () => {
  it.each([
    ['nothing is wrong', 'I like it here.', 'i like it here', 0],
    ['one of six words is missing', 'the cat sat on the mat', 'the cat sat on mat', 1 / 6],
    ['one of four is another', 'what a bright day', 'what a light day', 1 / 4],
    ['one missing, one other, of six', 'the cat sat on the mat', 'the cat sit on mat', 2 / 6],
    ['one added to three', 'I like parks', 'I really like parks', 1 / 3],
    ['all is missing', 'I like parks', '', 1],
    ['more was added than there was', 'yes', 'well yes I think so', 4],
  ])('%s', (_, reference, hypothesis, rate) => {
    expect(rateOf(reference, hypothesis)).toBeCloseTo(rate, 10);
  });

  it('is not known where there is nothing to compare with', () => {
    expect(rateOf('', 'I like parks')).toBeNull();
    expect(rateOf('', '')).toBeNull();
  });

  it('counts each kind of error', () => {
    const operations = alignWords(
      normaliseWords('I usually walk to the park.'),
      normaliseWords('I walk to a big park.'),
    );
    expect(countErrors(operations)).toEqual({ equal: 4, substituted: 1, deleted: 1, inserted: 1, rate: 3 / 6 });
  });

  it('counts every word of both texts once', () => {
    const someWords = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(someWords, someWords, (reference, hypothesis) => {
        const { equal, substituted, deleted, inserted } = countErrors(alignWords(reference, hypothesis));
        expect(equal + substituted + deleted).toBe(reference.length);
        expect(equal + substituted + inserted).toBe(hypothesis.length);
      }),
    );
  });
});
