import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { pictures } from '../pictures/testing/picture-samples';
import { readDocument } from './read-document';
import { toMarkdown } from './script-markdown';

type Attributes = Readonly<Record<string, unknown>>;

/** An element as the editor writes it. */
function element(name: string, content: readonly (Y.XmlElement | Y.XmlText)[] = [], attributes: Attributes = {}) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, [...content]);
  return made;
}

function words(...pieces: readonly (string | readonly [text: string, marks: object])[]): Y.XmlText {
  const made = new Y.XmlText();
  made.applyDelta(
    pieces.map((piece) => {
      const [insert, attributes] = typeof piece === 'string' ? [piece, {}] : piece;
      return { insert, attributes };
    }),
  );
  return made;
}

function reading(write: (doc: Y.Doc) => void) {
  const doc = new Y.Doc();
  write(doc);
  return readDocument(Y.encodeStateAsUpdate(doc));
}

const notesOf = (...blocks: readonly Y.XmlElement[]) =>
  reading((doc) => doc.getXmlFragment('notes').insert(0, [...blocks])).script;
const ID = '6f3c1f5e-0d8e-4e0e-9a41-0d3c8f0a7b11';
const AT = '2026-11-21T08:00:00.000Z';

describe('the script of a document', () => {
  it('has its blocks, marks and suggestions, and can be had as Markdown', () => {
    const script = notesOf(
      element('heading', [words('Plan')], { level: 2 }),
      element('paragraph', [
        words('I ', ['goed', { 'deleted--aBcDeF12': { id: 'c1' } }], ['went', { inserted: { id: 'c1' } }], ' ', [
          'home',
          { bold: {}, link: { href: 'https://example.org/' } },
        ]),
        element('hardBreak', [], { suggestion: 'inserted:c2' }),
      ]),
      element('bulletList', [
        element('listItem', [element('paragraph', [words('one')])]),
        element('listItem', [element('paragraph', [words('two')], { join: 'before:c3' })]),
      ]),
      element('codeBlock', [words('a ``` b')], { language: 'js' }),
      element('paragraph', [element('inlineMath', [], { latex: 'x^2' })]),
    );
    expect(script.blocks[0]).toEqual({
      kind: 'heading',
      level: 2,
      content: [{ kind: 'text', text: 'Plan', marks: {} }],
    });
    expect(toMarkdown(script)).toBe(`## Plan

I <del>goed</del><ins>went</ins> [**home**](<https://example.org/>)<ins>\\
</ins>

- one
- <del>¶</del>two

\`\`\`\`js
a \`\`\` b
\`\`\`\`

$x^2$
`);
  });

  it('has no link that leads anywhere else, and nothing that runs', () => {
    const script = notesOf(
      element('paragraph', [
        words(['a', { link: { href: 'javascript:alert(1)' } }], ['b', { link: 'https://example.org' }], '<img src=x>'),
      ]),
      element('script', [words('alert(1)')]),
      element('paragraph', [element('iframe', [], { src: 'https://example.org' })]),
    );
    expect(JSON.stringify(script)).not.toMatch(/href|javascript|iframe|alert/u);
    expect(toMarkdown(script)).toBe('ab\\<img src=x\\>\n');
  });

  it('ends where nobody could read on, however deep or long it is', () => {
    let deep = element('paragraph', [words('deepest')]);
    for (let depth = 0; depth < 500; depth += 1) deep = element('blockquote', [deep]);
    const script = notesOf(deep, ...Array.from({ length: 21_000 }, () => element('paragraph')));
    expect(script.isCut).toBe(true);
    expect(JSON.stringify(script)).not.toContain('deepest');
    expect(notesOf(element('paragraph', [words('x'.repeat(400_001))])).isCut).toBe(true);
  });
});

describe('the other parts of a document', () => {
  it('are the corrections that say something, in the order of time', () => {
    const { corrections } = reading((doc) => {
      const record = { category: 'grammar', comment: 'irregular\u0000', before: 'goed', after: 'went', at: AT };
      const put = (id: string, changes: object) =>
        doc.getMap('corrections').set(id, new Y.Map(Object.entries({ ...record, ...changes })));
      put('later', { at: '2026-11-21T09:00:00.000Z', state: 'rejected' });
      put('first', { state: 'accepted', comment: 'x'.repeat(2_000) });
      put('unknown', { at: '2026-11-21T08:30:00.000Z', category: 'spelling', state: 'rejected' });
      put('open', { at: '2026-11-21T09:30:00.000Z', state: 'open' });
      put('id with spaces', { state: 'accepted' });
      put('empty', { before: ' ', after: '', state: 'accepted' });
      doc.getMap('corrections').set('number', 7);
      const text = words(['goes', { deleted: { id: 'open' } }], ['went', { inserted: { id: 'open' } }]);
      doc.getXmlFragment('notes').insert(0, [element('paragraph', [text])]);
    });
    expect(corrections.map(({ sourceId, outcome, category }) => [sourceId, outcome, category])).toEqual([
      ['first', 'accepted', 'grammar'],
      ['unknown', 'rejected', 'other'],
      ['later', 'rejected', 'grammar'],
      ['open', 'open', 'grammar'],
    ]);
    expect([corrections[0]?.comment.length, corrections[1]?.comment]).toEqual([1_000, 'irregular']);
    expect(corrections[3]).toMatchObject({ before: 'goes', after: 'went' });
  });

  it('are messages once each, with pictures that are pictures', () => {
    const { chat } = reading((doc) => {
      const message = { id: ID, by: 'mentor', text: 'hello', at: AT };
      const other = (n: number, changes: object) => ({ ...message, id: ID.replace(/.$/u, String(n)), ...changes });
      doc
        .getArray('chat')
        .push([
          message,
          message,
          other(2, { text: '', picture: { mimeType: 'image/svg+xml', bytes: pictures.lossy(8, 8) } }),
          other(3, { picture: { bytes: Uint8Array.from([60, 115, 118, 103]) } }),
          other(4, { text: '', deleted: true }),
          other(5, { by: 'somebody' }),
          'text',
        ]);
    });
    expect(chat.map(({ text, picture, deleted }) => [text, picture?.mimeType, deleted])).toEqual([
      ['hello', undefined, undefined],
      ['', 'image/webp', undefined],
      ['hello', undefined, undefined],
      ['', undefined, true],
    ]);
  });

  it('are the code that was shown last', () => {
    const shown = { language: 'python', text: 'print(1)\n' };
    expect(reading((doc) => void doc.getMap('code').set('shown', shown)).code).toBe('print(1)\n');
    expect(reading((doc) => void doc.getMap('code').set('shown', 'print')).code).toBe('');
  });

  it('are the moments that were marked in takes, in the order of time', () => {
    const [early, late] = [
      { recordingId: crypto.randomUUID(), atMs: 2_000, text: 'Say “walked”.', correctionId: 'a1', by: 'mentor' },
      { recordingId: crypto.randomUUID(), atMs: 9_000, text: '', correctionId: null, by: 'student' },
    ];
    const { moments, hasPractice } = reading((doc) => {
      const practice = doc.getMap('practice');
      practice.set('moment:1', late);
      practice.set('moment:2', early);
      practice.set('moment:3', { ...early, atMs: 'soon' });
      practice.set('playback', { ...early, playing: false });
    });
    expect(moments).toEqual([
      { id: '2', ...early },
      { id: '1', ...late },
    ]);
    expect(hasPractice).toBe(true);
  });

  it('have practice, and no moment of it, where a take was heard and nothing marked', () => {
    const { moments, hasPractice } = reading((doc) => void doc.getMap('practice').set('playback', { atMs: 1 }));
    expect([moments, hasPractice]).toEqual([[], true]);
  });

  it('are empty when they are of another kind than they should be, and when there are none', () => {
    const nothing = {
      script: { blocks: [], isCut: false },
      corrections: [],
      chat: [],
      code: '',
      board: [],
      moments: [],
      hasPractice: false,
    };
    expect(reading(() => undefined)).toEqual(nothing);
    const mixed = reading((doc) => {
      doc.getMap('notes').set('a', 1);
      doc.getArray('corrections').push([1]);
      doc.getMap('chat').set('b', 2);
      doc.getArray('board').push([3]);
    });
    expect(mixed).toEqual(nothing);
  });

  it('are not there when the update is none', () => {
    expect(() => readDocument(Uint8Array.from([7, 7, 7]))).toThrow();
  });
});
