import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alignWords } from './align-words';
import type { WordOperation } from './align-words';

/** Few different words, so that there are many ways of the same length. */
const someWords = fc.array(fc.constantFrom('a', 'b', 'c', 'the', 'park'), { maxLength: 14 });
/** One table, and so little room that all is parted. */
const room = fc.constantFrom(2 ** 24, 20, 0);

/** Levenshtein's distance from its definition, as a whole matrix, apart from what is tested. */
function distance(reference: readonly string[], hypothesis: readonly string[]): number {
  const matrix = Array.from({ length: reference.length + 1 }, (_, i) =>
    Array.from({ length: hypothesis.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? Infinity;
  reference.forEach((word, i) =>
    hypothesis.forEach((other, j) => {
      const pair = at(i, j) + (word === other ? 0 : 1);
      (matrix[i + 1] as number[])[j + 1] = Math.min(pair, at(i, j + 1) + 1, at(i + 1, j) + 1);
    }),
  );
  return at(reference.length, hypothesis.length);
}

const costOf = (operations: readonly WordOperation[]): number =>
  operations.filter(({ kind }) => kind !== 'equal').length;
const lengthOf = (one: readonly string[], other: readonly string[]): number => costOf(alignWords(one, other));

/** Does what the operations say to the reference, and looks that no word of it is passed over. */
function replay(
  reference: readonly string[],
  hypothesis: readonly string[],
  operations: readonly WordOperation[],
): string[] {
  const made: string[] = [];
  let next = 0;
  for (const operation of operations) {
    if (operation.kind !== 'insert') expect(operation.reference).toBe(next++);
    if (operation.kind === 'equal') made.push(reference[operation.reference] as string);
    if (operation.kind === 'insert' || operation.kind === 'substitute')
      made.push(hypothesis[operation.hypothesis] as string);
  }
  expect(next).toBe(reference.length);
  return made;
}

describe('an alignment', () => {
  it('tells what became of each word', () => {
    const reference = 'i usually walk to the park'.split(' ');
    const hypothesis = 'i walk to a big park'.split(' ');
    expect(alignWords(reference, hypothesis)).toEqual([
      { kind: 'equal', reference: 0, hypothesis: 0 },
      { kind: 'delete', reference: 1 },
      { kind: 'equal', reference: 2, hypothesis: 1 },
      { kind: 'equal', reference: 3, hypothesis: 2 },
      { kind: 'insert', hypothesis: 3 },
      { kind: 'substitute', reference: 4, hypothesis: 4 },
      { kind: 'equal', reference: 5, hypothesis: 5 },
    ]);
  });

  it('has nothing to say of nothing, and one operation for each word beside nothing', () => {
    expect(alignWords([], [])).toEqual([]);
    expect(alignWords(['a', 'b'], [])).toEqual([
      { kind: 'delete', reference: 0 },
      { kind: 'delete', reference: 1 },
    ]);
    expect(alignWords([], ['a'])).toEqual([{ kind: 'insert', hypothesis: 0 }]);
  });

  it('is as short as can be, with much room and with none', () => {
    fc.assert(
      fc.property(someWords, someWords, room, (reference, hypothesis, mostCells) => {
        expect(costOf(alignWords(reference, hypothesis, { mostCells }))).toBe(distance(reference, hypothesis));
      }),
      { numRuns: 1_000 },
    );
  });

  it('makes the hypothesis of the reference, word by word in order', () => {
    fc.assert(
      fc.property(someWords, someWords, room, (reference, hypothesis, mostCells) => {
        const operations = alignWords(reference, hypothesis, { mostCells });
        expect(replay(reference, hypothesis, operations)).toEqual(hypothesis);
        expect(operations.flatMap((operation) => (operation.kind === 'delete' ? [] : [operation.hypothesis]))).toEqual(
          hypothesis.map((_, index) => index),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('calls equal what is equal, and nothing else', () => {
    fc.assert(
      fc.property(someWords, someWords, room, (reference, hypothesis, mostCells) => {
        for (const operation of alignWords(reference, hypothesis, { mostCells })) {
          if (operation.kind === 'insert' || operation.kind === 'delete') continue;
          const isEqual = reference[operation.reference] === hypothesis[operation.hypothesis];
          expect(operation.kind).toBe(isEqual ? 'equal' : 'substitute');
        }
      }),
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(someWords, someWords, room, (reference, hypothesis, mostCells) => {
        const again = alignWords([...reference], [...hypothesis], { mostCells });
        expect(again).toEqual(alignWords(reference, hypothesis, { mostCells }));
      }),
    );
  });

  it('is a metric: nothing from a text to itself, as long back as there, never longer than a detour', () => {
    fc.assert(
      fc.property(someWords, someWords, someWords, (a, b, c) => {
        expect(lengthOf(a, a)).toBe(0);
        expect(lengthOf(a, b)).toBe(lengthOf(b, a));
        expect(lengthOf(a, c)).toBeLessThanOrEqual(lengthOf(a, b) + lengthOf(b, c));
      }),
    );
  });

  it('of two texts of 3,000 words changes what was changed', () => {
    const reference = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
    const hypothesis = reference.flatMap((word, index) =>
      index % 100 === 0 ? [] : index % 100 === 1 ? [word, 'um'] : index % 100 === 2 ? ['other'] : [word],
    );
    for (const mostCells of [2 ** 24, 2 ** 16]) {
      expect(costOf(alignWords(reference, hypothesis, { mostCells }))).toBe(90);
    }
  });
});
