/**
 * A step on the way from the reference to the hypothesis. The numbers are places in the two lists.
 *
 * - `equal`, `substitute`: a word of each belongs together
 * - `delete`: a word of the reference is missing
 * - `insert`: a word of the hypothesis is too many
 */
export type WordOperation =
  | { readonly kind: 'equal' | 'substitute'; readonly reference: number; readonly hypothesis: number }
  | { readonly kind: 'delete'; readonly reference: number }
  | { readonly kind: 'insert'; readonly hypothesis: number };

export interface AlignOptions {
  /** How many cells, of one byte each, the table of steps may have. */
  readonly mostCells?: number;
}

/** 16 MiB: two texts of 4,000 words each in one table. */
const MOST_CELLS = 2 ** 24;

const DIAGONAL = 0;
const DELETE = 1;
const INSERT = 2;

/**
 * A shortest list of changes that makes the hypothesis of the reference: insertions, deletions and substitutions of whole words
 * cost one each (Levenshtein's distance, by the table of Wagner & Fischer 1974, read back from its end). Of several shortest ones
 * it is always the same one: read from its end, a pair of words comes before a deletion, and that before an insertion.
 *
 * Of the costs two rows are kept, of the steps a byte a cell. What would need more cells than `mostCells` is parted in the middle
 * of the reference where a shortest way goes through (Hirschberg 1975), so that memory stays bounded for texts of any length, at
 * up to twice the time.
 */
export function alignWords(
  reference: readonly string[],
  hypothesis: readonly string[],
  { mostCells = MOST_CELLS }: AlignOptions = {},
): readonly WordOperation[] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const operations: WordOperation[] = [];
  const both = { r: Uint32Array.from(reference, numberOf), h: Uint32Array.from(hypothesis, numberOf) };
  alignPart(both, { r: 0, h: 0 }, mostCells, operations);
  return operations;
}

interface Part {
  readonly r: Uint32Array;
  readonly h: Uint32Array;
}

/** `at`: where the part begins in the whole. */
function alignPart(
  part: Part,
  at: { readonly r: number; readonly h: number },
  mostCells: number,
  out: WordOperation[],
): void {
  const { r, h } = part;
  if (r.length < 2 || (r.length + 1) * (h.length + 1) <= mostCells) {
    for (const operation of alignInTable(part, at)) out.push(operation);
    return;
  }
  const middle = r.length >> 1;
  const cut = cheapestCut(part, middle);
  alignPart({ r: r.subarray(0, middle), h: h.subarray(0, cut) }, at, mostCells, out);
  alignPart({ r: r.subarray(middle), h: h.subarray(cut) }, { r: at.r + middle, h: at.h + cut }, mostCells, out);
}

/** Where in `h` a shortest way passes the middle of `r`. */
function cheapestCut({ r, h }: Part, middle: number): number {
  const before = lastRow(r.subarray(0, middle), h);
  const after = lastRow(r.slice(middle).reverse(), h.slice().reverse());
  let best = Infinity;
  let cut = 0;
  for (let j = 0; j <= h.length; j += 1) {
    const cost = (before[j] ?? 0) + (after[h.length - j] ?? 0);
    if (cost < best) {
      best = cost;
      cut = j;
    }
  }
  return cut;
}

/** What it costs to make each beginning of `h` of the whole of `r`. `steps` takes the way there, row by row. */
function lastRow(r: Uint32Array, h: Uint32Array, steps?: Uint8Array): Uint32Array {
  const width = h.length + 1;
  let above = Uint32Array.from({ length: width }, (_, j) => j);
  let row = new Uint32Array(width);
  steps?.fill(INSERT, 1, width);
  for (let i = 1; i <= r.length; i += 1) {
    const word = r[i - 1];
    let left = i;
    row[0] = i;
    if (steps) steps[i * width] = DELETE;
    for (let j = 1; j < width; j += 1) {
      let cost = (above[j - 1] as number) + (word === h[j - 1] ? 0 : 1);
      let step = DIAGONAL;
      const deleted = (above[j] as number) + 1;
      if (deleted < cost) {
        cost = deleted;
        step = DELETE;
      }
      if (left + 1 < cost) {
        cost = left + 1;
        step = INSERT;
      }
      row[j] = cost;
      left = cost;
      if (steps) steps[i * width + j] = step;
    }
    [above, row] = [row, above];
  }
  return above;
}

function alignInTable({ r, h }: Part, at: { readonly r: number; readonly h: number }): readonly WordOperation[] {
  const width = h.length + 1;
  const steps = new Uint8Array((r.length + 1) * width);
  lastRow(r, h, steps);
  const operations: WordOperation[] = [];
  let i = r.length;
  let j = h.length;
  while (i > 0 || j > 0) {
    const step = steps[i * width + j];
    if (step !== INSERT) i -= 1;
    if (step !== DELETE) j -= 1;
    if (step === DELETE) operations.push({ kind: 'delete', reference: at.r + i });
    else if (step === INSERT) operations.push({ kind: 'insert', hypothesis: at.h + j });
    else operations.push({ kind: r[i] === h[j] ? 'equal' : 'substitute', reference: at.r + i, hypothesis: at.h + j });
  }
  return operations.reverse();
}
