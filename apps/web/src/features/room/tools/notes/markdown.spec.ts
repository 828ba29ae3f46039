import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import type { JSONContent } from '@tiptap/core';
import { toMarkdown } from './markdown';
import { noteExtensions } from './note-extensions';
import { toPlainText } from './plain-text';

const schema = getSchema(noteExtensions());
const docOf = (...content: JSONContent[]) => schema.nodeFromJSON({ type: 'doc', content });
const text = (words: string, ...marks: (string | { attrs: object })[]): JSONContent => ({
  type: 'text',
  text: words,
  marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : { type: 'link', ...mark })),
});
const p = (...content: (string | JSONContent)[]): JSONContent => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
});
const node = (type: string, content: JSONContent[], attrs = {}): JSONContent => ({ type, attrs, content });
const item = (...content: JSONContent[]) => node('listItem', content);
const link = (href: unknown) => ({ attrs: { href } });

const sample = docOf(
  node('heading', [text('오늘의 공부')], { level: 2 }),
  p('Fractions: ', text('the divisor', 'bold'), ' is ', text('turned over ', 'italic'), 'first.'),
  node('bulletList', [
    item(p('one'), node('orderedList', [item(p('deep')), item(p('deeper'))], { start: 3 })),
    item(p('two')),
  ]),
  node('blockquote', [p('said'), p('twice')]),
  node('codeBlock', [text('a ``` b')], { language: 'js' }),
  { type: 'horizontalRule' },
  p(text('here', link('https://example.org/')), { type: 'hardBreak' }, text('x = `1`', 'code'), text('!', 'highlight')),
);

describe('the notes as Markdown', () => {
  it('have their headings, lists, quotes, code, links and marks', () => {
    expect(toMarkdown(sample)).toBe(`## 오늘의 공부

Fractions: **the divisor** is *turned over* first.

- one
  3. deep
  4. deeper
- two

> said
>
> twice

\`\`\`\`js
a \`\`\` b
\`\`\`\`

---

[here](<https://example.org/>)\\
\`\` x = \`1\` \`\`==!==
`);
  });

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['- not a list', '\\- not a list'],
    ['---', '\\---'],
    ['    not code', 'not code'],
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['<script>', '\\<script\\>'],
    ['![x](http://a)', '!\\[x\\](http://a)'],
    ['&lt; is less', '\\&lt; is less'],
    ['네~ 3-4 a+b #1', '네~ 3-4 a+b #1'],
    ['a\n# b', 'a\n\\# b'],
  ])('write %p so that it stays what it is', (written, markdown) => {
    expect(toMarkdown(docOf(p(written)))).toBe(`${markdown}\n`);
  });

  it('have one link where some of its words are bold', () => {
    const there = link('https://example.org/');
    expect(toMarkdown(docOf(p(text('all ', there), text('of', there, 'bold'), text(' it', there))))).toBe(
      '[all **of** it](<https://example.org/>)\n',
    );
  });

  it('have no link that runs code', () => {
    expect(toMarkdown(docOf(p(text('here', link('javascript:alert(1)')))))).toBe('here\n');
  });

  it('survive what another page may have written', () => {
    const hostile = docOf(
      node('heading', [text('h')], { level: 'x' }),
      node('orderedList', [item(p('one'))], { start: { a: 1 } }),
      node('codeBlock', [text('c')], { language: 'x\n```\n# y' }),
      p(text('   ', 'bold')),
    );
    expect(toMarkdown(hostile)).toBe('# h\n\n1. one\n\n```\nc\n```\n');
  });

  it('have formulas as they were written', () => {
    const formula = { type: 'inlineMaths', attrs: { latex: 'x^2' } };
    expect(toMarkdown(docOf(p('is ', formula)))).toBe('is $x^2$\n');
    expect(toPlainText(docOf(p('is ', formula)))).toBe('is x^2\n');
    expect(toMarkdown(docOf(p('is ', { type: 'inlineMaths', attrs: { latex: { evil: 1 } } })))).toBe('is $$\n');
  });

  it('show open corrections', () => {
    const corrected = docOf(p('I ', text('go', 'deleted'), text('went', 'inserted'), ' home'));
    expect(toMarkdown(corrected)).toBe('I {--go--}{++went++} home\n');
    expect(toPlainText(corrected)).toBe('I [-go-]{+went+} home\n');
  });

  it('are an empty file when nothing was written', () => {
    expect(toMarkdown(docOf(p()))).toBe('');
  });
});

describe('the notes as plain text', () => {
  it('have the words and the order, and no marks', () => {
    expect(toPlainText(sample)).toBe(`오늘의 공부

Fractions: the divisor is turned over first.

• one
  3. deep
  4. deeper
• two

  said

  twice

a \`\`\` b

———

here
x = \`1\`!
`);
  });
});
