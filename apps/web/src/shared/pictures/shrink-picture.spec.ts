import { describe, expect, it } from '@jest/globals';
import { shrinkPicture } from './shrink-picture';
import type { DrawnPicture } from './shrink-picture';
import { pictures } from './testing/picture-samples';

const LIMITS = { pixels: 1_280, bytes: 150_000 };

/** A browser whose pictures have so many bytes a pixel, at the best quality. */
function drawn(width: number, height: number, { bytesOfPixel = 0.1, writesWebp = true } = {}) {
  const asked: string[] = [];
  const picture: DrawnPicture = {
    width,
    height,
    encode: async (size, type, quality) => {
      asked.push(`${size.width}×${size.height} ${type} ${quality}`);
      if (type === 'image/webp' && !writesWebp) return null;
      const head =
        type === 'image/webp' ? pictures.lossy(size.width, size.height) : pictures.jpeg(size.width, size.height);
      const bytes = new Uint8Array(Math.max(head.length, size.width * size.height * bytesOfPixel * quality));
      bytes.set(head);
      return bytes;
    },
  };
  return { picture, asked };
}

describe('a picture that is to be small', () => {
  it('is drawn once when it is small already, and never larger than it was', async () => {
    const { picture, asked } = drawn(300, 200);
    expect(await shrinkPicture(picture, LIMITS)).toMatchObject({ mimeType: 'image/webp', width: 300, height: 200 });
    expect(asked).toHaveLength(1);
    expect(await shrinkPicture(drawn(1, 1).picture, LIMITS)).toMatchObject({ width: 1, height: 1 });
  });

  it.each([
    [4_000, 3_000, 1_280, 960],
    [3_000, 4_000, 960, 1_280],
    [50_000, 1, 1_280, 1],
  ])('keeps its shape: %d×%d becomes %d×%d', async (width, height, smallWidth, smallHeight) => {
    const small = await shrinkPicture(drawn(width, height).picture, LIMITS);
    expect(small).toMatchObject({ width: smallWidth, height: smallHeight });
  });

  it('loses quality before it loses size, and size until it fits', async () => {
    const { picture, asked } = drawn(1_280, 1_280, { bytesOfPixel: 0.3 });
    const small = await shrinkPicture(picture, LIMITS);
    expect(small?.bytes.byteLength).toBeLessThanOrEqual(LIMITS.bytes);
    expect(asked).toEqual([
      '1280×1280 image/webp 0.82',
      '1280×1280 image/webp 0.65',
      '1280×1280 image/webp 0.5',
      '896×896 image/webp 0.82',
      '896×896 image/webp 0.65',
      '896×896 image/webp 0.5',
    ]);
  });

  it('is JPEG where the browser writes no WebP', async () => {
    expect(await shrinkPicture(drawn(300, 200, { writesWebp: false }).picture, LIMITS)).toMatchObject({
      mimeType: 'image/jpeg',
    });
  });

  it('is nothing when it cannot be made small enough, or not be written', async () => {
    expect(await shrinkPicture(drawn(3_000, 3_000, { bytesOfPixel: 1_000 }).picture, LIMITS)).toBeNull();
    const silent = { width: 9, height: 9, encode: () => Promise.resolve(null) };
    expect(await shrinkPicture(silent, LIMITS)).toBeNull();
  });
});
