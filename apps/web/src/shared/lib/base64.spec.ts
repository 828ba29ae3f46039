import { describe, expect, it } from '@jest/globals';
import { fromBase64, toBase64 } from './base64';

describe('base64', () => {
  it.each([0, 1, 2, 3, 8_192, 8_193, 20_000])('brings %d bytes back as they were', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
});
