import { alignWords } from './align-words';
import type { WordOperation } from './align-words';

/** What an alignment counts up to. */
export interface WordErrors {
  readonly equal: number;
  readonly substituted: number;
  readonly deleted: number;
  readonly inserted: number;
  /** (substituted + deleted + inserted) / words of the reference; `null` where it has none. More than 1 is possible. */
  readonly rate: number | null;
}

/** Counts what was aligned. The rate is the word error rate of NIST's SCTK (sclite). */
export function countErrors(operations: readonly WordOperation[]): WordErrors {
  const count = { equal: 0, substitute: 0, delete: 0, insert: 0 };
  for (const { kind } of operations) count[kind] += 1;
  const words = count.equal + count.substitute + count.delete;
  return {
    equal: count.equal,
    substituted: count.substitute,
    deleted: count.delete,
    inserted: count.insert,
    rate: words === 0 ? null : (count.substitute + count.delete + count.insert) / words,
  };
}

/** How much of the reference was said otherwise: 0 for nothing, `null` where there is no word to compare with. */
export const wordErrorRate = (reference: readonly string[], hypothesis: readonly string[]): number | null =>
  countErrors(alignWords(reference, hypothesis)).rate;
