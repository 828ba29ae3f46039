import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { documentSide } from './testing/document-side';
import { ManualClock } from './testing/manual-clock';
import { mutated } from './testing/mutated';
import { contentOf, randomEdit, seeded } from './testing/random-edit';

const DOCUMENTS = 300;
const MUTATIONS = 100;

/** What two honest people wrote, update by update. */
function honestUpdates(random: () => number): Uint8Array[] {
  const docs = [1, 2].map((client) => Object.assign(new Y.Doc(), { clientID: client }));
  const updates: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array) => {
      if (updates.push(update)) for (const other of docs) Y.applyUpdate(other, update);
    });
  }
  for (let edit = 0; edit < 18; edit += 1) randomEdit(docs[random() < 0.5 ? 0 : 1] ?? new Y.Doc(), random);
  return updates;
}

/** What somebody sees who loads it tomorrow. */
function reloaded(update: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return contentOf(doc);
}

describe('30,000 mutated updates', () => {
  it('never throw, nor leave a document that loads as another or not at all, nor keep honest edits out', async () => {
    const counts = { taken: 0, refused: 0 };
    for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
      const random = seeded(seed);
      const updates = honestUpdates(random);
      const { document, refusals } = documentSide({ clock: new ManualClock(), clientId: 3 });
      let changes = 0;
      document.onUpdate(() => (changes += 1));
      const known = Math.floor(random() * updates.length);
      for (const update of updates.slice(0, known)) expect(await document.receive(update, 'honest')).toBe(true);
      const everything = Y.mergeUpdates(updates);
      for (let time = 0; time < MUTATIONS; time += 1) {
        const original = random() < 0.6 ? (updates[known + (time % 3)] ?? everything) : everything;
        changes = 0;
        const taken = await document.receive(mutated(original, random), 'hostile');
        counts[taken ? 'taken' : 'refused'] += 1;
        if (!taken) expect(changes).toBe(0);
        else if (changes > 0) expect(reloaded(document.encode())).toBe(contentOf(document.doc));
      }
      expect(new Set(refusals)).toEqual(new Set(['update-malformed']));
      document.doc.getText('later').insert(0, 'mine');
      const friend = new Y.Doc();
      Y.applyUpdate(friend, document.encode());
      friend.getText('later').insert(4, ' and yours');
      expect(await document.receive(Y.encodeStateAsUpdate(friend, document.stateVector()), 'honest')).toBe(true);
      expect(document.doc.getText('later').toString()).toBe('mine and yours');
      document.close();
    }
    expect(counts.taken + counts.refused).toBe(30_000);
    // Most changes of a letter are sound; most others are not.
    expect(counts.taken).toBeGreaterThan(1_000);
    expect(counts.refused).toBeGreaterThan(10_000);
  }, 120_000);
});
