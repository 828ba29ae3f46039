import * as Y from 'yjs';

/** A generator of numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The parts of a document that `randomEdit` writes. */
export function partsOf(doc: Y.Doc): [Y.XmlFragment, Y.Map<unknown>, Y.Array<unknown>] {
  return [doc.getXmlFragment('notes'), doc.getMap('board'), doc.getArray('chat')];
}

/** What somebody sees of it. */
export function contentOf(doc: Y.Doc): string {
  return JSON.stringify(partsOf(doc));
}

/** Some edit that an editor, a board or a chat may make. */
export function randomEdit(doc: Y.Doc, random: () => number): void {
  const [notes, board, chat] = partsOf(doc);
  const below = (limit: number): number => Math.floor(random() * limit);
  const kind = random();
  if (kind < 0.1) board.set(String(below(4)), kind < 0.03 ? new Y.Map([['x', below(9)]]) : below(100));
  else if (kind < 0.13) board.delete(String(below(4)));
  else if (kind < 0.17) chat.insert(below(chat.length + 1), [below(100), { text: '이음' }]);
  else if (kind < 0.19 && chat.length > 0) chat.delete(below(chat.length), 1);
  else editNotes(notes, random);
}

function editNotes(notes: Y.XmlFragment, random: () => number): void {
  const below = (limit: number): number => Math.floor(random() * limit);
  const what = random();
  if (notes.length === 0 || what < 0.15) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('안녕 hello')]);
    notes.insert(below(notes.length + 1), [paragraph]);
    return;
  }
  const paragraph = notes.get(below(notes.length)) as Y.XmlElement;
  const text = paragraph.get(0) as Y.XmlText;
  if (what < 0.22) notes.delete(below(notes.length), 1);
  else if (what < 0.3) paragraph.setAttribute('level', String(below(3)));
  else if (what < 0.6 || text.length < 4) text.insert(below(text.length + 1), '이음'.repeat(1 + below(3)));
  else if (what < 0.75) text.delete(below(text.length - 2), 1 + below(2));
  else if (what < 0.95) text.format(below(text.length - 3), 3, { bold: random() < 0.5 ? true : null });
  else text.insertEmbed(below(text.length), { figure: below(9) });
}
