/** `update` with one to four bytes flipped, replaced, inserted or taken out. */
export function mutated(update: Uint8Array, random: () => number): Uint8Array {
  const bytes = [...update];
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let time = 1 + below(4); time > 0; time -= 1) {
    const at = below(bytes.length);
    const what = random();
    if (what < 0.4) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (what < 0.6) bytes[at] = below(256);
    else if (what < 0.8) bytes.splice(at, 0, below(256));
    else bytes.splice(at, 1);
  }
  return Uint8Array.from(bytes);
}
