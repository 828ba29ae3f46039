import { describe, expect, it } from '@jest/globals';
import { Correction } from '@ieum/signaling-protocol';
import { Doc, Map as YMap, XmlElement, XmlText } from 'yjs';
import { recordsOf, writeRecord } from './correction-record';
import { listCorrections } from './list-corrections';

type Run = readonly [string, object?];

function docOf(...blocks: (readonly [Record<string, string>, ...Run[]])[]): Doc {
  const doc = new Doc();
  for (const [attributes, ...runs] of blocks) {
    const block = new XmlElement('paragraph');
    const text = new XmlText();
    doc.getXmlFragment('notes').push([block]);
    block.insert(0, [text]);
    for (const [key, value] of Object.entries(attributes)) block.setAttribute(key, value);
    for (const [words, marks = {}] of runs) text.insert(text.length, words, { ...NO_MARKS, ...marks });
  }
  return doc;
}

const NO_MARKS = { inserted: null, deleted: null };
const ins = (id: unknown, more = {}) => ({ inserted: { id, ...more } });
const del = (id: unknown) => ({ deleted: { id } });
const changes = (doc: Doc) => listCorrections(doc).map(({ id, before, after }) => [id, before, after]);

describe('the corrections of a document', () => {
  it('are what is marked in its text, in its order', () => {
    const doc = docOf([{}, ['I '], ['go', del('b')], ['went', ins('b')], [' the', del('a')]], [{}, ['now', ins('c')]]);
    expect(changes(doc)).toEqual([
      ['b', 'go', 'went'],
      ['a', ' the', ''],
      ['c', '', 'now'],
    ]);
  });

  it('tell blocks that begin or end as line breaks', () => {
    const sign = ins('a', { break: 'same', order: 1 });
    expect(changes(docOf([{}, ['one'], ['¶', sign], ['two', ins('a')]]))).toEqual([['a', '', '\ntwo']]);
    expect(changes(docOf([{}, ['one', del('a')]], [{ join: 'before:a:1' }, ['two']]))).toEqual([['a', 'one\n', '']]);
  });

  it('leave out what stands between two parts of one', () => {
    expect(changes(docOf([{}, ['a', del('x')], [' and '], ['b', del('x')]]))).toEqual([['x', 'a … b', '']]);
  });

  it('have what was said of them, and those decided come last', () => {
    const doc = docOf([{}, ['went', ins('open')]]);
    writeRecord(doc, 'late', { state: 'rejected', before: 'b', after: '', at: '2026-01-02T00:00:00.000Z' });
    writeRecord(doc, 'early', { state: 'accepted', before: '', after: 'a', at: '2026-01-01T00:00:00.000Z' });
    writeRecord(doc, 'open', { state: 'open', category: 'grammar', comment: 'tense' });
    writeRecord(doc, 'gone', { state: 'open', comment: 'its words were deleted' });
    expect(listCorrections(doc)).toMatchObject([
      { id: 'open', state: 'open', category: 'grammar', comment: 'tense', after: 'went' },
      { id: 'early', state: 'accepted', after: 'a' },
      { id: 'late', state: 'rejected', before: 'b' },
    ]);
  });

  it('are open as long as something of them is in the text', () => {
    const doc = docOf([{}, ['more', ins('x')]]);
    writeRecord(doc, 'x', { state: 'accepted', before: '', after: 'old' });
    expect(listCorrections(doc)).toMatchObject([{ id: 'x', state: 'open', after: 'more' }]);
  });
});

describe('a document that somebody made up', () => {
  it.each([
    [
      'ids that are none',
      docOf([{ join: 'before:<b>:1' }, ['a', ins(7)], ['b', del('x y')], ['c', ins('a'.repeat(65))]]),
    ],
    ['marks that are none', docOf([{}, ['a', { inserted: true }], ['b', { deleted: 'x' }]])],
  ])('has no corrections with %s', (_what, doc) => {
    expect(listCorrections(doc)).toEqual([]);
  });

  it('gives nothing but corrections as the feedback takes them', () => {
    const doc = docOf([{}, [`\u0000a\uD800${'x'.repeat(5_000)}👍`, del('long')], ['b', ins('kind')]]);
    const records = recordsOf(doc);
    records.set('text', 'no record');
    records.set(
      'kind',
      new YMap<unknown>([
        ['category', 'evil'],
        ['comment', '\u0007'.repeat(9) + 'c'.repeat(3_000)],
      ]),
    );
    records.set(
      'far',
      new YMap<unknown>([
        ['state', 'accepted'],
        ['before', { a: 1 }],
        ['at', 'tomorrow'],
      ]),
    );
    const list = listCorrections(doc);
    expect(list).toHaveLength(3);
    for (const correction of list) expect(Correction.safeParse(correction).success).toBe(true);
    expect(list[1]).toMatchObject({ category: 'other', comment: 'c'.repeat(1_000) });
  });

  it('gives five hundred at the most', () => {
    const doc = docOf([{}, ...Array.from({ length: 600 }, (_, index): Run => ['a', ins(`c${index}`)])]);
    for (let index = 0; index < 600; index += 1) writeRecord(doc, `d${index}`, { state: 'accepted' });
    expect(listCorrections(doc)).toHaveLength(500);
  });

  it('may be nested however deep', () => {
    const doc = new Doc();
    let parent: XmlElement | null = null;
    for (let depth = 0; depth < 3_000; depth += 1) {
      const child: XmlElement = new XmlElement('blockquote');
      if (parent) parent.insert(0, [child]);
      else doc.getXmlFragment('notes').insert(0, [child]);
      parent = child;
    }
    expect(listCorrections(doc)).toEqual([]);
  });
});
