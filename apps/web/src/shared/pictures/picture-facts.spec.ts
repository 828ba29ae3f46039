import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pictureFacts, pictureIn } from './picture-facts';
import { pictures } from './testing/picture-samples';

const LIMITS = { bytes: 10_000, pixels: 1_600 };

describe('the bytes of a picture', () => {
  it.each([
    ['image/jpeg', pictures.jpeg(640, 480)],
    ['image/jpeg', pictures.jpeg(640, 480, 0xc2)],
    ['image/webp', pictures.lossy(640, 480)],
    ['image/webp', pictures.lossless(640, 480)],
    ['image/webp', pictures.extended(640, 480)],
  ])('say its type and its size: %s', (mimeType, bytes) => {
    expect(pictureFacts(bytes, LIMITS)).toEqual({ mimeType, width: 640, height: 480 });
  });

  it('are read where they lie in a larger buffer', () => {
    const whole = new Uint8Array([1, 2, 3, ...pictures.jpeg(64, 48)]);
    expect(pictureFacts(whole.subarray(3), LIMITS)).toMatchObject({ width: 64, height: 48 });
  });

  it.each([
    ['of another type', pictures.png()],
    ['of a drawing with a script', pictures.svg()],
    ['of a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
    ['of gigabytes when it is shown', pictures.jpeg(65_000, 65_000)],
    ['of gigabytes when it is shown', pictures.lossless(16_000, 16_000)],
    ['of no width', pictures.jpeg(0, 480)],
    ['that move', pictures.extended(64, 48, 0b10)],
    ['that end too early', pictures.jpeg(64, 48).subarray(0, 22)],
    ['of a JPEG without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 0)],
    ['of a JPEG that goes on nowhere', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff)],
    ['that are none', new Uint8Array()],
    ['that are too many', new Uint8Array([...pictures.jpeg(64, 48), ...new Uint8Array(LIMITS.bytes)])],
  ])('are refused when they are those %s', (_what, bytes) => {
    expect(pictureFacts(bytes, LIMITS)).toBeNull();
  });

  it('never throw, and never say that it is larger than it may be, whatever they are', () => {
    const mutated = fc.tuple(
      fc.constantFrom(pictures.jpeg(64, 48), pictures.lossy(64, 48)),
      fc.array(fc.tuple(fc.nat(60), fc.nat(255))),
    );
    fc.assert(
      fc.property(mutated, ([bytes, changes]) => {
        const changed = new Uint8Array(bytes);
        for (const [at, value] of changes) changed[at] = value;
        const facts = pictureFacts(changed, LIMITS);
        if (facts) expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(LIMITS.pixels);
      }),
    );
  });
});

describe('a picture of the document', () => {
  it('is what its bytes say, whatever is said beside them', () => {
    const bytes = pictures.lossy(64, 48);
    expect(pictureIn({ mimeType: 'image/svg+xml', width: 9e9, bytes }, LIMITS)).toEqual({
      mimeType: 'image/webp',
      width: 64,
      height: 48,
      bytes,
    });
  });

  it.each([[undefined], [null], ['a picture'], [{}], [{ bytes: 'x' }], [{ bytes: pictures.svg() }]])(
    'is none when %p stands there',
    (value) => {
      expect(pictureIn(value, LIMITS)).toBeNull();
    },
  );
});
