/**
 * The keys of fractional indexing (rocicorp/fractional-indexing, base 62): the first character says how many digits the
 * whole part has. The outermost lengths are left out, for nobody can make a key before or after them; a fraction that
 * ends in 0 has no key before it either.
 */
const KEY = /^(?:[a-k]|[P-Z])[0-9A-Za-z]{1,99}$/;

/** Whether new keys can be made on both sides of this one. */
export function isOrderKey(key: string): boolean {
  if (!KEY.test(key)) return false;
  const head = key.charCodeAt(0);
  const wholeLength = head >= 97 ? head - 97 + 2 : 90 - head + 2;
  return key.length === wholeLength || (key.length > wholeLength && !key.endsWith('0'));
}

interface Placed {
  readonly id: string;
  readonly index: string | null;
}

/** From the lowest to the highest; what has no place yet is above all others. Both sides come to the same order. */
export function byOrder(a: Placed, b: Placed): number {
  if (a.index !== b.index) {
    if (a.index === null) return 1;
    if (b.index === null) return -1;
    return a.index < b.index ? -1 : 1;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
