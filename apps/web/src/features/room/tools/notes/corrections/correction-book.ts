import type { CorrectionCategory } from '@ieum/signaling-protocol';
import type { Doc } from 'yjs';
import {
  MAX_CORRECTIONS,
  readRecord,
  recordsOf,
  writeRecord,
} from '../../../../../shared/corrections/correction-record';
import { listCorrections } from '../../../../../shared/corrections/list-corrections';
import type { ListedCorrection } from '../../../../../shared/corrections/list-corrections';
import { newCorrectionId } from '../../../../../shared/corrections/suggestion';

export class TooManyCorrections extends Error {
  constructor() {
    super(`there are ${MAX_CORRECTIONS} corrections`);
  }
}

/** Nobody undoes what they said about a correction while they undo what they wrote. */
const ABOUT = 'correction-book';

/** What is known of every correction of a document besides its place in the text. */
export class CorrectionBook {
  readonly #doc: Doc;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #list: readonly ListedCorrection[] = [];
  #isOld = true;
  #category: CorrectionCategory = 'other';

  constructor(doc: Doc, now: () => number = Date.now) {
    this.#doc = doc;
    this.#now = now;
    doc.getXmlFragment('notes').observeDeep(this.#changed);
    recordsOf(doc).observeDeep(this.#changed);
  }

  /** What did not change is the same object as before. */
  readonly getSnapshot = (): readonly ListedCorrection[] => {
    if (this.#isOld) {
      const known = new Map(this.#list.map((one) => [one.id, one]));
      const list = listCorrections(this.#doc).map((one) => unlessSame(one, known.get(one.id)));
      const isSame = list.length === this.#list.length && list.every((one, index) => one === this.#list[index]);
      if (!isSame) this.#list = list;
      this.#isOld = false;
    }
    return this.#list;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether more may be added to it. */
  readonly isOpen = (id: string): boolean => (readRecord(recordsOf(this.#doc).get(id))?.state ?? 'open') === 'open';

  /** The id of a new one. Throws when there are too many. */
  readonly next = (): string => {
    if (recordsOf(this.#doc).size >= MAX_CORRECTIONS) throw new TooManyCorrections();
    return newCorrectionId();
  };

  /** It stands in the text now: of the same category as the last one that got one. */
  begin(id: string): void {
    if (recordsOf(this.#doc).has(id)) return;
    const at = new Date(this.#now()).toISOString();
    writeRecord(this.#doc, id, { category: this.#category, comment: '', at, state: 'open' });
  }

  /** Nothing of it is in the text any more. */
  drop(id: string): void {
    recordsOf(this.#doc).delete(id);
  }

  /** What was decided, and about what. */
  close({ id, before, after }: ListedCorrection, state: 'accepted' | 'rejected'): void {
    writeRecord(this.#doc, id, { before, after, state });
  }

  setCategory(id: string, category: CorrectionCategory): void {
    this.#category = category;
    this.#doc.transact(() => writeRecord(this.#doc, id, { category }), ABOUT);
  }

  setComment(id: string, comment: string): void {
    this.#doc.transact(() => writeRecord(this.#doc, id, { comment }), ABOUT);
  }

  destroy(): void {
    this.#doc.getXmlFragment('notes').unobserveDeep(this.#changed);
    recordsOf(this.#doc).unobserveDeep(this.#changed);
    this.#listeners.clear();
  }

  readonly #changed = (): void => {
    this.#isOld = true;
    for (const listener of [...this.#listeners]) listener();
  };
}

const KEYS = ['category', 'comment', 'at', 'state', 'before', 'after'] as const;

const unlessSame = (one: ListedCorrection, known: ListedCorrection | undefined): ListedCorrection =>
  known && KEYS.every((key) => one[key] === known[key]) ? known : one;
