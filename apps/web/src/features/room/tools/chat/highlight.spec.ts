import { describe, expect, it } from '@jest/globals';
import { hasMatch, highlight, searchFor } from './highlight';

/** With what matches in brackets. */
const marked = (text: string, query: string) =>
  highlight(text, searchFor(query))
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

describe('the search in the chat', () => {
  it.each([
    ['Half of a half', 'HALF', '[Half] of a [half]'],
    ['분수의 나눗셈, 분수의 곱셈', '분수', '[분수]의 나눗셈, [분수]의 곱셈'],
    ['a+b (c) a+b', 'a+b', '[a+b] (c) [a+b]'],
    ['3-4/5 [x]', '-4/5 [', '3[-4/5 []x]'],
    ['nothing of it', 'else', 'nothing of it'],
    ['a  b', '  ', 'a  b'],
    ['👍🏽 done', 'DONE', '👍🏽 [done]'],
  ])('marks in %j what is searched with %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('finds Korean however its syllables were put together', () => {
    const [composed, taken] = ['한글'.normalize('NFC'), '한글'.normalize('NFD')];
    expect(marked(taken, composed)).toBe(`[${composed}]`);
    expect(marked(composed, taken)).toBe(`[${composed}]`);
  });

  it('tells which messages have it, each time anew', () => {
    const search = searchFor('b');
    expect(search && [hasMatch('abc', search), hasMatch('abc', search), hasMatch('xyz', search)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
