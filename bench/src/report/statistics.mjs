/** The middle of the samples; of an even number, the mean of the two in the middle. */
export function median(samples) {
  if (samples.length === 0) throw new Error('There is no median of no samples.');
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest sample that so large a share of all does not exceed (nearest rank). */
export function percentile(samples, share) {
  if (samples.length === 0) throw new Error('There is no percentile of no samples.');
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** Half the distance between the quartiles, relative to the median: how far the samples are apart. */
export function spread(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const middle = median(samples);
  return middle === 0 ? 0 : (at(0.75) - at(0.25)) / 2 / middle;
}

/** Rounded to significant digits, so that a table and a JSON document show the same number. */
export const rounded = (value, digits = 4) => Number(value.toPrecision(digits));
