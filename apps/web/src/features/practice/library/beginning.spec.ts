import { describe, expect, it } from '@jest/globals';
import { beginning } from './beginning';

describe('how a script begins', () => {
  it.each([
    ['I live in Busan.', 4, 'I live in Busan.'],
    ['I live in Busan, whi', 60, 'I live in Busan,…'],
    ['aaaaaaaaaaaa', 2, 'aaaaaaaaaaaa…'],
    ['', 0, ''],
  ])('%j of %i words: %j', (excerpt, words, told) => {
    expect(beginning({ excerpt, words })).toBe(told);
  });
});
