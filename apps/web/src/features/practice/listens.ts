import { z } from 'zod';
import { readStored } from './stored-value';
import type { KeyValueStorage } from './stored-value';

/** As in the exam. */
const LISTENS_PER_QUESTION = 2;

const KEY = 'ieum.practice.listens';
/** Of the questions of a long time; older ones are new again. */
const MOST_QUESTIONS = 200;
const Counts = z.array(z.tuple([z.string(), z.number().int().positive()]));

/**
 * How often each question was listened to since it was drawn, on this device: a reload and a second tab count on, a new draw
 * of the question begins anew.
 */
export class Listens {
  readonly #storage: KeyValueStorage;

  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  left(questionId: string): number {
    return Math.max(0, LISTENS_PER_QUESTION - (this.#counts().get(questionId) ?? 0));
  }

  count(questionId: string): void {
    const counts = this.#counts();
    const used = counts.get(questionId) ?? 0;
    counts.delete(questionId);
    this.#keep(counts.set(questionId, used + 1));
  }

  beginAnew(questionId: string): void {
    const counts = this.#counts();
    if (counts.delete(questionId)) this.#keep(counts);
  }

  /** Whether a `storage` event is about this; `null` is about everything. */
  isAbout(key: string | null): boolean {
    return key === null || key === KEY;
  }

  #counts(): Map<string, number> {
    return new Map(readStored(this.#storage, KEY, Counts));
  }

  #keep(counts: ReadonlyMap<string, number>): void {
    this.#storage.setItem(KEY, JSON.stringify([...counts].slice(-MOST_QUESTIONS)));
  }
}
