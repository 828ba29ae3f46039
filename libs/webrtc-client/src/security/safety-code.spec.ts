import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safetyCodeOf } from './safety-code';
import { SAFETY_EMOJI } from './safety-emoji';

/** The same by the specification's words: the first bits of the bytes, in groups. */
function groups(bytes: Uint8Array, bits: number, count: number): number[] {
  const text = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_, index) => parseInt(text.slice(index * bits, (index + 1) * bits), 2));
}

describe('SAFETY_EMOJI', () => {
  it('has 64 different ones, each one picture', () => {
    expect(new Set(SAFETY_EMOJI).size).toBe(64);
    const pictures = new Intl.Segmenter('en', { granularity: 'grapheme' });
    for (const emoji of SAFETY_EMOJI) expect([...pictures.segment(emoji)]).toHaveLength(1);
  });
});

describe('safetyCodeOf', () => {
  it('is 7 groups of 6 bits as emoji and 3 groups of 13 bits, 1000 more, as digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const { emoji, digits } = safetyCodeOf(bytes);
        expect(emoji).toEqual(groups(bytes, 6, 7).map((number) => SAFETY_EMOJI[number]));
        expect(digits).toEqual(groups(bytes, 13, 3).map((number) => String(number + 1_000)));
      }),
    );
  });

  it('goes from the first dog and 1000 to the last pin and 9191', () => {
    expect(safetyCodeOf(new Uint8Array(6))).toEqual({
      emoji: ['🐶', '🐶', '🐶', '🐶', '🐶', '🐶', '🐶'],
      digits: ['1000', '1000', '1000'],
    });
    expect(safetyCodeOf(new Uint8Array(6).fill(255))).toEqual({
      emoji: ['📌', '📌', '📌', '📌', '📌', '📌', '📌'],
      digits: ['9191', '9191', '9191'],
    });
  });
});
