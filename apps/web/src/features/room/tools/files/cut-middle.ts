/** A name that is too long for its place, without its middle: how it begins and what kind it is stay readable. */
export function cutMiddle(name: string, longest = 40): string {
  const letters = Array.from(name);
  if (letters.length <= longest) return name;
  const end = Math.floor((longest - 1) / 3);
  return `${letters.slice(0, longest - 1 - end).join('')}…${letters.slice(-end).join('')}`;
}
