import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf } from './pieces';

describe('content in pieces', () => {
  it('is the same content, in pieces of one size but for the last', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 50 }), async (given, size) => {
        const pieces: Buffer[] = [];
        for await (const piece of piecesOf(Readable.from(given), size)) pieces.push(piece);
        expect(Buffer.concat(pieces)).toEqual(Buffer.concat(given));
        expect(pieces.slice(0, -1).every(({ length }) => length === size)).toBe(true);
        const last = pieces.at(-1)?.length ?? 1;
        expect(last > 0 && last <= size).toBe(true);
      }),
    );
  });
});
