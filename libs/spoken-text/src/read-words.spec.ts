import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseWords, readWords } from './read-words';

describe('the words of a text', () => {
  it.each([
    ['case and punctuation are left out', 'Hello, World! (Really?)', ['hello', 'world', 'really']],
    ['every apostrophe inside of a word is the same', 'don’t don‘t donʼt don`t don´t', Array(5).fill("don't")],
    ['don’t and dont are two words', "don't dont", ["don't", 'dont']],
    ['quotation marks around a word do not belong to it', "'quoted' “students’ ‘Twas", ['quoted', 'students', 'twas']],
    ['hyphens and dashes part words', 'a well-known place—really', ['a', 'well', 'known', 'place', 'really']],
    [
      'letters with dots are one word',
      'At 3 p.m. in the U.S.A, e.g. here.',
      ['at', '3', 'pm', 'in', 'the', 'usa', 'eg', 'here'],
    ],
    ['a forgotten space after a full stop parts words', 'the end.Then', ['the', 'end', 'then']],
    [
      'numbers stay as they are written',
      '5 five 3.5 1,000 7:30 1990s 2nd.',
      ['5', 'five', '3.5', '1,000', '7:30', '1990s', '2nd'],
    ],
    ['full-width letters and ligatures are what they stand for', 'Ｈｅｌｌｏ ﬁsh', ['hello', 'fish']],
    ['what nobody sees is not there', 'co\u00ADop\u200B ', ['coop']],
    ['accents composed in two ways are one', 'cafe\u0301 café', ['café', 'café']],
    ['signs and emoji are no words', '— … & ❤️ 👍🏽 %', []],
    ['fillers are words', 'Um, I, uh, like it.', ['um', 'i', 'uh', 'like', 'it']],
    ['nothing has none', ' \n\t', []],
  ])('%s', (_, text, words) => {
    expect(normaliseWords(text)).toEqual(words);
  });

  it('are shown with the punctuation beside them', () => {
    expect(readWords('“Well-known,” she said… 3 p.m.!').map(({ shown }) => shown)).toEqual([
      '“Well-',
      'known,”',
      'she',
      'said...',
      '3',
      'p.m.!',
    ]);
  });

  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom(' ', '.', "'", '’', '-', '3', ',', 'a', 'B'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });

  it('read a second time are the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = normaliseWords(text);
        expect(normaliseWords(words.join(' '))).toEqual(words);
      }),
    );
  });

  it('of two texts one after the other are those of the first, then those of the second', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(normaliseWords(`${one} ${other}`)).toEqual([...normaliseWords(one), ...normaliseWords(other)]);
      }),
    );
  });

  it('are never empty, and without spaces', () => {
    fc.assert(fc.property(anyText, (text) => normaliseWords(text).every((word) => /^\S+$/u.test(word))));
  });
});
