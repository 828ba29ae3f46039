import { describe, expect, it } from '@jest/globals';
import { frontAfter } from './code-front';
import type { ShownCode } from './shown-code';

const code = (text: string): ShownCode => ({ language: 'c', text });

describe('the panel of code', () => {
  it.each([
    ['code that came', 'form', code('theirs'), null, 'code'],
    ['code that came while nothing but blanks was written', 'form', code('theirs'), code(' \n'), 'code'],
    ['what is being written, whatever comes', 'form', code('theirs'), code('mine'), 'form'],
    ['the next code after the one that is looked at', 'code', code('theirs'), code('mine'), 'code'],
    ['where one brings code after it was put away', 'code', null, null, 'form'],
  ] as const)('shows %s', (_what, front, shown, draft, after) => {
    expect(frontAfter(front, { shown, draft })).toBe(after);
  });
});
