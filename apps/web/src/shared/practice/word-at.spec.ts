import { describe, expect, it } from '@jest/globals';
import { wordAt } from './word-at';

const WORDS = [
  { text: 'I', startMs: 500, endMs: 700 },
  { text: 'really', startMs: 700, endMs: 1_200 },
  { text: 'like', startMs: 1_100, endMs: 1_100 },
  { text: 'parks', startMs: 3_000, endMs: 3_600 },
];

describe('the word at a moment', () => {
  it.each([
    ['none before the first', 400, null],
    ['the one that begins', 500, 0],
    ['the next one where one ends', 700, 1],
    ['the later of two that overlap', 1_100, 2],
    ['none in a pause', 2_000, null],
    ['the last until it ends', 3_500, 3],
    ['none after the last', 3_600, null],
    ['none while nothing is played', null, null],
  ])('is %s', (_, atMs, index) => {
    expect(wordAt(WORDS, atMs)).toBe(index);
  });

  it('is none where there is no word', () => {
    expect(wordAt([], 100)).toBeNull();
  });
});
