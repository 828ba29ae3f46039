import * as Y from 'yjs';
import { dropPending } from '../pending';
import { isSoundOrder } from './sound-order';
import { isWellFormed } from './well-formed';

/** A copy of the document that an update may ruin. */
export class ShadowDocument {
  readonly #doc = new Y.Doc();
  #isRuined: boolean;

  constructor(state: Uint8Array) {
    this.#isRuined = !this.#add(state);
  }

  /** It is not a copy any more, and judges nothing. */
  get isRuined(): boolean {
    return this.#isRuined;
  }

  /** Whether `update` can be added; if so, it was. */
  judge(update: Uint8Array, ownClient: number): boolean {
    if (this.#isRuined || !this.#isWellFormed(update, ownClient)) return false;
    const before = Y.decodeStateVector(Y.encodeStateVector(this.#doc));
    this.accept(update);
    return !this.#isRuined && this.#isSoundSince(before);
  }

  accept(update: Uint8Array): void {
    if (!this.#isRuined) this.#isRuined = !this.#add(update);
  }

  #isWellFormed(update: Uint8Array, client: number): boolean {
    try {
      return isWellFormed(update, { client, clock: Y.getState(this.#doc.store, client) });
    } catch {
      return false;
    }
  }

  #isSoundSince(before: ReadonlyMap<number, number>): boolean {
    try {
      this.#isRuined = !isSoundOrder(this.#doc, before);
    } catch {
      this.#isRuined = true;
    }
    return !this.#isRuined;
  }

  #add(update: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.#doc, update);
      dropPending(this.#doc);
      return true;
    } catch {
      return false;
    }
  }
}
