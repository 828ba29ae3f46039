import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { hashDocument } from './hash-document';
import { ChannelPair } from './testing/channel-pair';
import { documentSide, type DocumentSide } from './testing/document-side';
import { ManualClock } from './testing/manual-clock';
import { contentOf, partsOf, randomEdit, seeded } from './testing/random-edit';
import { slowInspector } from './testing/slow-inspector';

const digest = (data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', data);

const side = fc.constantFrom('a' as const, 'b' as const);

/** What may happen at any moment. */
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('edit' as const), side, times: fc.integer({ min: 1, max: 8 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constantFrom('undo' as const, 'redo' as const, 'reload' as const), side }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('wait' as const), ms: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('open' as const, 'close' as const) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** A person: their document, which outlives a reload as their browser keeps it, and what they can undo. */
class Person {
  side: DocumentSide;
  #undo: Y.UndoManager;
  #disconnect: () => void;

  constructor(
    readonly channel: ChannelPair['a'],
    readonly clock: ManualClock,
    readonly refusals: string[],
    readonly clientIds: () => number,
    readonly random: () => number,
  ) {
    [this.side, this.#undo, this.#disconnect] = this.#begin();
  }

  #begin(kept?: Uint8Array): [DocumentSide, Y.UndoManager, () => void] {
    const one = documentSide({
      clock: this.clock,
      clientId: this.clientIds(),
      inspector: slowInspector(this.clock, () => 20 * this.random()),
    });
    if (kept) Y.applyUpdate(one.document.doc, kept);
    const undo = new Y.UndoManager(partsOf(one.document.doc), { captureTimeout: 0 });
    return [one, undo, one.document.connect(this.channel)];
  }

  play(what: 'undo' | 'redo' | 'reload'): void {
    if (what === 'reload') {
      const kept = this.side.document.encode();
      this.close();
      [this.side, this.#undo, this.#disconnect] = this.#begin(kept);
    } else this.#undo[what]();
  }

  close(): void {
    this.refusals.push(...this.side.refusals);
    this.#undo.destroy();
    this.#disconnect();
    this.side.document.close();
  }
}

async function play(events: readonly Event[], seed: number) {
  const clock = new ManualClock();
  const pair = new ChannelPair(clock, { bytesPerMs: 20 });
  const random = seeded(seed);
  const refusals: string[] = [];
  let clients = 0;
  const clientIds = (): number => (clients += 1);
  const people = {
    a: new Person(pair.a, clock, refusals, clientIds, random),
    b: new Person(pair.b, clock, refusals, clientIds, random),
  };
  for (const one of events) {
    if (one.what === 'edit') {
      for (let time = 0; time < one.times; time += 1) randomEdit(people[one.side].side.document.doc, random);
    } else if (one.what === 'wait') await clock.advance(one.ms);
    else if ('side' in one) people[one.side].play(one.what);
    else if (one.what === 'open') pair.open();
    else pair.close();
  }
  pair.open();
  await clock.advance(60_000);
  const documents = [people.a.side.document, people.b.side.document];
  const hashes = await Promise.all(documents.map(({ doc }) => hashDocument(doc, digest)));
  const texts = documents.map(({ doc }) => contentOf(doc));
  const reloaded = documents.map((document) => {
    const loaded = new Y.Doc();
    Y.applyUpdate(loaded, document.encode());
    return contentOf(loaded);
  });
  people.a.close();
  people.b.close();
  pair.close();
  await clock.advance(60_000);
  return { hashes, texts, reloaded, refusals, pending: clock.pending };
}

describe('Two documents, whatever is edited, undone, lost and reloaded,', () => {
  it('end with the same content and the same hash, and refuse nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.integer(), async (events, seed) => {
        const { hashes, texts, reloaded, refusals, pending } = await play(events, seed);
        expect(texts[1]).toBe(texts[0]);
        expect(hashes[1]).toBe(hashes[0]);
        expect(reloaded).toEqual(texts);
        expect([refusals, pending]).toEqual([[], 0]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
