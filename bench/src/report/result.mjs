import { median, rounded, spread } from './statistics.mjs';

/**
 * @typedef {object} Result one measured row
 * @property {string} id
 * @property {string} name what was measured, with its unit
 * @property {number} ours the median of our samples
 * @property {number} baseline the median of the baseline's samples
 * @property {number} ratio ours ÷ baseline
 * @property {string} goal
 * @property {boolean} met
 */

/** The ratio must not exceed the limit: costs. */
export const atMost = (limit) => ({ text: `≤ ${limit.toFixed(2)}x`, holds: ({ ratio }) => ratio <= limit });

/** The ratio must reach the limit: rates. */
export const atLeast = (limit) => ({ text: `≥ ${limit.toFixed(2)}x`, holds: ({ ratio }) => ratio >= limit });

/** The cost may exceed the baseline's by so much, in the row's unit. */
export const atMostAbove = (extra, unit) => ({
  text: `≤ baseline + ${extra} ${unit}`,
  holds: ({ ours, baseline }) => ours <= baseline + extra,
});

/** The cost itself is limited, in the row's unit, and perhaps its ratio too. */
export const atMostInAll = (limit, unit, ratioLimit) => ({
  text: `≤ ${limit} ${unit}${ratioLimit === undefined ? '' : ` and ≤ ${ratioLimit.toFixed(2)}x`}`,
  holds: ({ ours, ratio }) => ours <= limit && (ratioLimit === undefined || ratio <= ratioLimit),
});

/**
 * Makes a row of the samples of both sides, taken in turns.
 * @returns {{ row: Result, raw: object }} what is reported, and what is kept beside it
 */
export function toResult({ id, name, ours, baseline, goal, details }) {
  const measured = { ours: median(ours), baseline: median(baseline) };
  const ratio = measured.ours / measured.baseline;
  const row = {
    id,
    name,
    ours: rounded(measured.ours),
    baseline: rounded(measured.baseline),
    ratio: rounded(ratio),
    goal: goal.text,
    met: goal.holds({ ...measured, ratio }),
  };
  return {
    row,
    raw: { ...row, samples: { ours, baseline }, spread: { ours: spread(ours), baseline: spread(baseline) }, details },
  };
}

/**
 * Of several cases of one row, the one that stands for it: the worst; all are kept. `isWorse(a, b)` says whether row a
 * is worse than row b.
 */
export function worstOf(results, isWorse) {
  const worst = results.reduce((found, each) => (isWorse(each.row, found.row) ? each : found));
  return { row: worst.row, raw: { ...worst.raw, cases: results.map(({ raw }) => raw) } };
}
