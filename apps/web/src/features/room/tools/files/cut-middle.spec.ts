import { describe, expect, it } from '@jest/globals';
import { cutMiddle } from './cut-middle';

describe('a name that is cut in its middle', () => {
  it.each([
    ['short.pdf', 'short.pdf'],
    [`${'a'.repeat(60)}.pdf`, `${'a'.repeat(26)}…${'a'.repeat(9)}.pdf`],
    [`${'가'.repeat(36)}.hwp`, `${'가'.repeat(36)}.hwp`],
    [`${'가'.repeat(37)}.hwp`, `${'가'.repeat(26)}…${'가'.repeat(9)}.hwp`],
  ])('makes %s %s', (name, cut) => {
    expect(cutMiddle(name)).toBe(cut);
  });

  it('never cuts an emoji in two', () => {
    expect(cutMiddle('🙂'.repeat(50))).toBe(`${'🙂'.repeat(26)}…${'🙂'.repeat(13)}`);
  });
});
