import { describe, expect, it } from '@jest/globals';
import { BOARD_LIMITS } from './board-limits';
import { fittingSize, shrinkImage } from './shrink-image';
import type { DrawnImage } from './shrink-image';
import { pictures } from './testing/board-pictures';

/** A picture that takes so many bytes a pixel at full quality. */
function drawn(width: number, height: number, bytesAPixel: number, { webp = true } = {}) {
  const tried: string[] = [];
  const image: DrawnImage = {
    width,
    height,
    encode: (w, h, type, quality) => {
      tried.push(`${w}x${h} ${type} ${quality}`);
      if (type === 'image/webp' && !webp) return Promise.resolve(null);
      const header = type === 'image/webp' ? pictures.lossy(w, h) : pictures.jpeg(w, h);
      const bytes = new Uint8Array(Math.max(header.length, Math.round(w * h * bytesAPixel * quality)));
      bytes.set(header);
      return Promise.resolve(bytes);
    },
  };
  return { image, tried };
}

describe('a picture on its way to the board', () => {
  it('keeps its size and shape when it is small', async () => {
    const { image, tried } = drawn(300, 200, 0.1);
    expect(await shrinkImage(image)).toMatchObject({ width: 300, height: 200, mimeType: 'image/webp' });
    expect(tried).toHaveLength(1);
  });

  it('is at most 1,600 pixels from side to side, and of the same shape', async () => {
    expect(await shrinkImage(drawn(4_000, 3_000, 0.1).image)).toMatchObject({ width: 1_600, height: 1_200 });
    expect(fittingSize(100, 8_000, 1_600)).toEqual({ width: 20, height: 1_600 });
    expect(fittingSize(9_000, 1, 1_600)).toEqual({ width: 1_600, height: 1 });
  });

  it('loses quality first, and then pixels, until it is at most 300 KB', async () => {
    const worse = drawn(1_600, 1_600, 0.2);
    const made = await shrinkImage(worse.image);
    expect(made).toMatchObject({ width: 1_600 });
    expect(worse.tried).toHaveLength(3);
    const smaller = await shrinkImage(drawn(1_600, 1_600, 2).image);
    expect(smaller?.width).toBeLessThan(1_000);
    for (const one of [made, smaller]) expect(one?.bytes.byteLength).toBeLessThanOrEqual(BOARD_LIMITS.imageBytes);
  });

  it('is a JPEG in a browser that writes no WebP', async () => {
    const { image } = drawn(300, 200, 0.1, { webp: false });
    expect(await shrinkImage(image)).toMatchObject({ mimeType: 'image/jpeg' });
  });

  it('stays away when nothing makes it small enough, or it cannot be written', async () => {
    expect(await shrinkImage(drawn(1_600, 1_600, 2_000).image)).toBeNull();
    expect(await shrinkImage({ width: 9, height: 9, encode: () => Promise.resolve(null) })).toBeNull();
  });
});
