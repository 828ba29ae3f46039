import type { KatexOptions } from 'katex';

/**
 * For formulas of the other side: they can neither link anywhere, nor be larger than a few lines, nor keep the page busy.
 * What is none throws.
 */
export const MATHS_OPTIONS: KatexOptions = {
  trust: false,
  strict: 'ignore',
  maxExpand: 200,
  maxSize: 8,
  throwOnError: true,
};
