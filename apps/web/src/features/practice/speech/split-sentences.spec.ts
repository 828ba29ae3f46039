import { describe, expect, it } from '@jest/globals';
import { splitSentences } from './split-sentences';

describe('the sentences of a question', () => {
  it.each([
    ['Do you like music? Why?', ['Do you like music?', 'Why?']],
    ['Wow! "Really?" He said so…', ['Wow!', '"Really?"', 'He said so…']],
    ['Mr. Kim gets up at 7 a.m. He runs.', ['Mr. Kim gets up at 7 a.m. He runs.']],
    ['It costs 3.50 dollars.', ['It costs 3.50 dollars.']],
    ['  One line\nand another  ', ['One line\nand another']],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it('are cut where one pauses, when they are too long for a voice from the network', () => {
    const clause = 'when you were a child and went to the sea with your family';
    const text = `Tell me about a summer, ${clause}, ${clause}, ${clause}, in detail.`;
    const parts = splitSentences(text);
    expect(parts.join(' ')).toBe(text);
    expect(parts).toHaveLength(2);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(140);
    expect(parts[0]).toMatch(/,$/u);
  });

  it('are cut between words where nobody pauses', () => {
    const text = `${'and so on '.repeat(40)}end.`;
    const parts = splitSentences(text);
    expect(parts.join(' ')).toBe(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(140);
  });
});
