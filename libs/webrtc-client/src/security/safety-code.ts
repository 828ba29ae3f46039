import { SAFETY_EMOJI } from './safety-emoji';

/**
 * What two people compare. Equal on both sides, for everybody to see: nobody sits between them. Emoji and digits say
 * the same; either is enough.
 */
export interface SafetyCode {
  /** Seven of `SAFETY_EMOJI`: 42 bits. */
  readonly emoji: readonly [string, string, string, string, string, string, string];
  /** Three numbers from 1000 to 9191: 39 bits. */
  readonly digits: readonly [string, string, string];
}

/** The code made of the first six of these bytes (Matrix specification, "SAS method: emoji" and "decimal"). */
export function safetyCodeOf(bytes: Uint8Array): SafetyCode {
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0] = bytes;
  const glyph = (number: number): string => SAFETY_EMOJI[number] ?? '';
  const digits = (number: number): string => String(number + 1_000);
  return {
    emoji: [
      glyph(b0 >> 2),
      glyph(((b0 & 0x03) << 4) | (b1 >> 4)),
      glyph(((b1 & 0x0f) << 2) | (b2 >> 6)),
      glyph(b2 & 0x3f),
      glyph(b3 >> 2),
      glyph(((b3 & 0x03) << 4) | (b4 >> 4)),
      glyph(((b4 & 0x0f) << 2) | (b5 >> 6)),
    ],
    digits: [
      digits((b0 << 5) | (b1 >> 3)),
      digits(((b1 & 0x07) << 10) | (b2 << 2) | (b3 >> 6)),
      digits(((b3 & 0x3f) << 7) | (b4 >> 1)),
    ],
  };
}
