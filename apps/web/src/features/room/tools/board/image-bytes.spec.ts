import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BOARD_LIMITS } from './board-limits';
import { imageFacts } from './image-bytes';
import { pictures } from './testing/board-pictures';

describe('the bytes of a picture', () => {
  it('say its type and its size', () => {
    expect(imageFacts(pictures.jpeg(640, 480))).toEqual({ mimeType: 'image/jpeg', width: 640, height: 480 });
    expect(imageFacts(pictures.jpeg(640, 480, 0xc2))).toEqual({ mimeType: 'image/jpeg', width: 640, height: 480 });
    for (const kind of ['lossy', 'lossless', 'extended'] as const) {
      expect(imageFacts(pictures[kind](1_600, 900))).toEqual({ mimeType: 'image/webp', width: 1_600, height: 900 });
    }
  });

  it('are read where they lie in a larger buffer', () => {
    const whole = new Uint8Array([1, 2, 3, ...pictures.jpeg(64, 48)]);
    expect(imageFacts(whole.subarray(3))).toMatchObject({ width: 64, height: 48 });
  });

  it.each([
    ['of another type', pictures.png()],
    ['of a drawing with a script', pictures.svg()],
    ['of gigabytes when it is shown', pictures.jpeg(65_000, 65_000)],
    ['of gigabytes when it is shown', pictures.lossless(16_000, 16_000)],
    ['of no width', pictures.jpeg(0, 480)],
    ['that move', pictures.extended(64, 48, 0b10)],
    ['that end too early', pictures.jpeg(64, 48).subarray(0, 22)],
    ['that are none', new Uint8Array()],
    ['that are too many', new Uint8Array(BOARD_LIMITS.imageBytes + 1)],
  ])('are refused when they are those %s', (_what, bytes) => {
    expect(imageFacts(bytes)).toBeNull();
  });

  it('never throw, and never take long, whatever they are', () => {
    const mutated = fc.tuple(
      fc.constantFrom(pictures.jpeg(64, 48), pictures.lossy(64, 48)),
      fc.array(fc.tuple(fc.nat(60), fc.nat(255))),
    );
    fc.assert(
      fc.property(mutated, ([bytes, changes]) => {
        const changed = new Uint8Array(bytes);
        for (const [at, value] of changes) changed[at] = value;
        const facts = imageFacts(changed);
        if (facts) expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(BOARD_LIMITS.imagePixels);
      }),
    );
  });
});
