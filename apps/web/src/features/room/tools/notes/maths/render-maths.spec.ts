import { describe, expect, it } from '@jest/globals';
import katex from 'katex';
import { MATHS_OPTIONS } from './maths-options';

const drawn = (latex: string) => katex.renderToString(latex, MATHS_OPTIONS);

describe('a formula that the other side wrote', () => {
  it('is drawn, and read as MathML', () => {
    expect(drawn('\\frac{1}{2}')).toContain('<math');
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://evil.example}',
    '\\includegraphics{https://evil.example/a.png}',
  ])('leads nowhere and fetches nothing: %s', (latex) => {
    expect(drawn(latex)).not.toMatch(/<a |<img|href=|src=/u);
  });

  it.each(['\\htmlClass{x}{y}', '\\htmlStyle{position:fixed}{y}', '\\htmlData{a=b}{y}'])(
    'has no style of its own: %s',
    (latex) => {
      expect(drawn(latex)).not.toMatch(/class="x"|style="position|data-a/u);
    },
  );

  it('cannot be larger than its line, nor call itself for ever', () => {
    expect(drawn('\\rule{500em}{500em}')).not.toContain('500em;');
    expect(() => drawn('\\def\\a{\\a\\a}\\a')).toThrow('Too many expansions');
  });
});
