import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokensOf } from './code-tokens';
import { highlightCode } from './highlight-code';
import { CODE_LANGUAGES } from './shown-code';

const textOf = (lines: Awaited<ReturnType<typeof highlightCode>>) =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "</span><svg onload='alert(1)'>",
  '&lt;b&gt; &amp;amp; &#x27; &#60;script&#62;',
  '<span class="hljs-keyword">not</span> & < > " \' `',
  '<style>@import "https://evil.example"</style><!-- <script> --> <![CDATA[<x>]]>',
];

describe('code in colours', () => {
  it.each([
    ['javascript', 'const a = 1; // one', 'hljs-keyword', 'const'],
    ['typescript', 'interface A { b: string }', 'hljs-keyword', 'interface'],
    ['python', 'def half(x):\n    return x / 2', 'hljs-keyword', 'def'],
    ['java', 'public class Main {}', 'hljs-keyword', 'public'],
    ['c', '#include <stdio.h>\nint main(void) { return 0; }', 'hljs-type', 'int'],
    ['cpp', 'template <class T> T half(T x);', 'hljs-keyword', 'template'],
    ['html', '<p class="a">x</p>', 'hljs-name', 'p'],
    ['css', 'p { color: red }', 'hljs-attribute', 'color'],
    ['sql', 'SELECT 1 FROM t', 'hljs-keyword', 'SELECT'],
    ['json', '{ "a": 1 }', 'hljs-number', '1'],
    ['bash', 'echo "$HOME"', 'hljs-built_in', 'echo'],
  ] as const)('knows %s', async (language, text, kind, words) => {
    const lines = await highlightCode({ language, text });
    expect(lines.flat()).toContainEqual({ kind, text: words });
    expect(textOf(lines)).toBe(text);
  });

  it('is the text alone when it is no language, or has a line that nobody wrote', async () => {
    expect(await highlightCode({ language: 'plain', text: 'if <b>\n\nx' })).toEqual([
      [{ kind: '', text: 'if <b>' }],
      [],
      [{ kind: '', text: 'x' }],
    ]);
    const [line] = await highlightCode({ language: 'javascript', text: 'const '.repeat(60) });
    expect(line).toHaveLength(1);
    const [word] = await highlightCode({ language: 'javascript', text: `const ${'a'.repeat(81)}` });
    expect(word).toHaveLength(1);
  });

  it('is what was written, in every language, whatever that is', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    for (const language of CODE_LANGUAGES) {
      for (const payload of PAYLOADS) {
        expect(textOf(await highlightCode({ language, text: payload }))).toBe(payload);
      }
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            text,
            fc.array(fc.constantFrom(...PAYLOADS)).map((all) => all.join('\n')),
          ),
          async (written) => {
            expect(textOf(await highlightCode({ language, text: written }))).toBe(written);
          },
        ),
        { numRuns: 60 },
      );
    }
  });

  it.each(CODE_LANGUAGES)('takes no longer than one waits, however %s was made to', async (language) => {
    const slow: string[] = [];
    // Those that take longest of some sixty that were tried.
    for (const piece of ['_', '(a', 'a b(', '::', '%', `${'a'.repeat(80)} `]) {
      const line = piece.repeat(Math.floor(240 / piece.length));
      const text = `${line}\n`.repeat(200).slice(0, 50_000);
      const cost = async () => {
        const began = process.cpuUsage();
        await highlightCode({ language, text });
        return process.cpuUsage(began).user / 1_000;
      };
      // What else the process does is counted, too, but hardly twice.
      let took = await cost();
      if (took > 1_500) took = Math.min(took, await cost());
      if (took > 1_500) slow.push(`${piece}: ${Math.round(took)} ms of computing`);
    }
    expect(slow).toEqual([]);
  });
});

describe('what highlight.js writes', () => {
  it('becomes text and kinds, and markup that is not its own stays text', () => {
    expect(tokensOf('a<span class="hljs-string">&quot;<span class="hljs-subst">x\ny</span>&#x27;</span>&lt;')).toEqual([
      [
        { kind: '', text: 'a' },
        { kind: 'hljs-string', text: '"' },
        { kind: 'hljs-subst', text: 'x' },
      ],
      [
        { kind: 'hljs-subst', text: 'y' },
        { kind: 'hljs-string', text: "'" },
        { kind: '', text: '<' },
      ],
    ]);
    expect(
      tokensOf('<img src=x onerror=alert(1)>&nbsp;')[0]
        ?.map(({ text }) => text)
        .join(''),
    ).toBe('<img src=x onerror=alert(1)>&nbsp;');
  });
});
