/** The box a line is drawn in; the page stretches it. */
export const SPARK = { width: 60, height: 20 } as const;

/**
 * The newest values as the path of a line, the newest at the right end, from 0 to `top` at least. Where nothing is known
 * the line is broken.
 */
export function sparkPath(values: readonly (number | undefined)[], top: number): string {
  const shown = values.slice(-SPARK.width);
  const highest = Math.max(top, ...shown.map((value) => value ?? 0));
  const points = shown.map((value, index) => {
    if (value === undefined) return '';
    const x = SPARK.width - shown.length + index + 1;
    const y = SPARK.height - (value / highest) * SPARK.height;
    const isFirst = index === 0 || shown[index - 1] === undefined;
    return `${isFirst ? 'M' : 'L'}${x} ${y.toFixed(1)}`;
  });
  return points.join('');
}
