import { describe, expect, it } from '@jest/globals';
import { changeCount, changeParts, chosenText } from './choose-changes';

const BEFORE = 'I goes to park every day.';
const AFTER = 'I go to the park every day.';

describe('changes of a text', () => {
  it('are taken one by one', () => {
    const parts = changeParts(BEFORE, AFTER);
    expect(parts.filter(({ kind }) => kind === 'change')).toEqual([
      { kind: 'change', index: 0, before: 'goes', after: 'go' },
      { kind: 'change', index: 1, before: '', after: 'the ' },
    ]);
    expect(chosenText(BEFORE, parts, new Set([0]))).toBe('I go to park every day.');
    expect(chosenText(BEFORE, parts, new Set([1]))).toBe('I goes to the park every day.');
  });

  it.each([
    [BEFORE, AFTER],
    ['a b c', 'a  x c d'],
    ['One line.\nTwo', 'One line.\n\nThree two'],
    ['', 'All of it is new.'],
    ['All of it goes.', ''],
  ])('make %j into %j when all are taken, and into nothing else when none is', (before, after) => {
    const parts = changeParts(before, after);
    const all = new Set(Array.from({ length: changeCount(parts) }, (_, index) => index));
    expect(chosenText(before, parts, all)).toBe(after);
    expect(chosenText(before, parts, new Set())).toBe(before);
  });
});
