import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { hashDocument } from './hash-document';
import { randomEdit, seeded } from './testing/random-edit';

const hash = (doc: Y.Doc): Promise<string> => hashDocument(doc, (data) => crypto.subtle.digest('SHA-256', data));

describe('The hash of a document', () => {
  it('is the same whatever came in which order, twice, or can be undone here', async () => {
    const random = seeded(7);
    const [first, second, third] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    const undo = new Y.UndoManager(first.getXmlFragment('notes'), { captureTimeout: 0 });
    const updates: Uint8Array[] = [];
    first.on('update', (update: Uint8Array) => updates.push(update));
    for (let edit = 0; edit < 60; edit += 1) {
      randomEdit(first, random);
      if (edit % 7 === 0) undo.undo();
    }
    for (const update of updates) Y.applyUpdate(second, update);
    for (const update of [...updates].reverse()) Y.applyUpdate(third, update);
    for (const update of updates) Y.applyUpdate(third, update);
    expect(await hash(first)).toMatch(/^[0-9a-f]{64}$/);
    expect([await hash(second), await hash(third)]).toEqual([await hash(first), await hash(first)]);
  });

  it('is another one when a letter, its place, its attributes or what was deleted differ', async () => {
    const write = (...edits: ((text: Y.Text) => void)[]): Y.Doc => {
      const doc = Object.assign(new Y.Doc(), { clientID: 1 });
      for (const edit of edits) edit(doc.getText('t'));
      return doc;
    };
    const base = (text: Y.Text): void => text.insert(0, 'text');
    const hashes = await Promise.all(
      [
        write(),
        write(base),
        write(base, (text) => text.insert(4, 's')),
        write(base, (text) => text.insert(0, 's')),
        write(base, (text) => text.format(0, 4, { bold: true })),
        write(
          base,
          (text) => text.insert(4, 's'),
          (text) => text.delete(4, 1),
        ),
      ].map(hash),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
