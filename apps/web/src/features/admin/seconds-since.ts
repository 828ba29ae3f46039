/** Whole seconds from a moment until `now`; never fewer than none, whatever the clocks say. */
export function secondsSince(moment: string, now: number): number {
  return Math.max(0, Math.round((now - new Date(moment).getTime()) / 1000));
}
