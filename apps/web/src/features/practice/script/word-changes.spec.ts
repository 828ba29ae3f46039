import { describe, expect, it } from '@jest/globals';
import { wordChanges } from './word-changes';

describe('what changed between two texts', () => {
  it('is told in whole words', () => {
    expect(wordChanges('I goed home early.', 'I went home early, too.')).toEqual([
      { kind: 'same', text: 'I ' },
      { kind: 'left-out', text: 'goed' },
      { kind: 'added', text: 'went' },
      { kind: 'same', text: ' home early' },
      { kind: 'added', text: ', too' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('keeps every word of both', () => {
    const before = 'One two.\n\nThree four five.';
    const after = 'One, two and a half.\n\nFour five six.';
    const changes = wordChanges(before, after);
    const words = (without: string) =>
      changes.flatMap(({ kind, text }) => (kind === without ? [] : (text.match(/\w+/gu) ?? [])));
    expect(words('added')).toEqual(before.match(/\w+/gu));
    expect(words('left-out')).toEqual(after.match(/\w+/gu));
  });

  it('is nothing where only spaces differ', () => {
    expect(wordChanges('a b', 'a  b\n').every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('is everything where comparing would take too long', () => {
    const before = Array.from({ length: 3_000 }, (_, n) => `a${n}`).join(' ');
    const after = Array.from({ length: 3_000 }, (_, n) => `b${n}`).join(' ');
    expect(wordChanges(before, after, 0)).toEqual([
      { kind: 'left-out', text: before },
      { kind: 'added', text: after },
    ]);
  });
});
