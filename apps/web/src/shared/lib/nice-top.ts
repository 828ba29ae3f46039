/** The end of a scale that holds the most: the next even number that one reads easily, so that its half is whole, too. */
export function niceTop(most: number): number {
  const step = most <= 10 ? 2 : most <= 40 ? 10 : 20;
  return Math.max(step, Math.ceil(most / step) * step);
}
