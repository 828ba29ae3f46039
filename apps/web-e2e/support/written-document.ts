import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';

const OPEN_AT = '2026-11-21T08:02:00.000Z';

/** A document as two people leave it: notes with a suggestion, corrections that were decided, a chat, a board and code. */
export function writtenDocument(): Uint8Array {
  const doc = new Y.Doc();
  writeNotes(doc);
  const correct = (id: string, record: Readonly<Record<string, string>>) =>
    doc.getMap('corrections').set(id, new Y.Map(Object.entries(record)));
  correct('went', {
    ...{ category: 'grammar', comment: 'go – went – gone', at: '2026-11-21T08:00:00.000Z' },
    ...{ state: 'accepted', before: 'I goed to school', after: 'I went to school' },
  });
  correct('fun', {
    ...{ category: 'word-choice', comment: '', at: '2026-11-21T08:01:00.000Z' },
    ...{ state: 'rejected', before: 'very fun', after: 'great fun' },
  });
  correct('open', { category: 'grammar', comment: '<img src=x onerror=alert(1)>', at: OPEN_AT, state: 'open' });
  doc.getArray('chat').push([
    { id: randomUUID(), by: 'mentor', text: 'canary <script>alert(1)</script>', at: OPEN_AT },
    { id: randomUUID(), by: 'student', text: '고맙습니다!', at: OPEN_AT },
  ]);
  const drawn = { x: 0, y: 0, width: 200, height: 100, seed: 1, version: 1, versionNonce: 1 };
  const board = doc.getMap('board');
  board.set('page:first', { name: 'Fractions', order: 0 });
  board.set('element:first:a', { type: 'rectangle', id: 'a', index: 'a0', backgroundColor: '#ffc9c9', ...drawn });
  const words = { text: '분수 1/2', originalText: '분수 1/2', index: 'a1', ...drawn };
  board.set('element:first:b', { type: 'text', id: 'b', ...words, x: 40, y: 30, width: 90, height: 25 });
  doc.getMap('code').set('shown', { language: 'python', text: 'print("fractions")\n' });
  return Y.encodeStateAsUpdate(doc);
}

function writeNotes(doc: Y.Doc): void {
  const heading = new Y.XmlElement('heading');
  heading.setAttribute('level', 2 as unknown as string);
  heading.insert(0, [new Y.XmlText('My last trip')]);
  const text = new Y.XmlText();
  text.applyDelta([
    { insert: 'Yesterday we ' },
    { insert: 'see', attributes: { deleted: { id: 'open' } } },
    { insert: 'saw', attributes: { inserted: { id: 'open' } } },
    { insert: ' the sea. ' },
    { insert: 'A link', attributes: { link: { href: 'javascript:alert(1)' } } },
  ]);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  doc.getXmlFragment('notes').insert(0, [heading, paragraph]);
}
