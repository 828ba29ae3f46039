import { pictureFacts } from './picture-facts';
import type { PictureLimits, PictureType, SmallPicture } from './picture-facts';

/** A picture that is decoded, and can be drawn smaller. */
export interface DrawnPicture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** `quality`: from 0 to 1. `null`: this browser does not write this type. */
  encode(size: PictureSize, type: PictureType, quality: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const QUALITIES = [0.82, 0.65, 0.5] as const;
/** Each time the picture is still too large at the worst quality. */
const SMALLER = 0.7;
const LEAST_PIXELS = 64;

/**
 * The picture drawn anew within the limits, and without what its file told besides, such as where it was taken; `null` when
 * it cannot be made small enough.
 */
export async function shrinkPicture(picture: DrawnPicture, limits: PictureLimits): Promise<SmallPicture | null> {
  const longer = Math.max(picture.width, picture.height);
  for (let most = Math.min(longer, limits.pixels); most >= Math.min(longer, LEAST_PIXELS); most *= SMALLER) {
    const size = sizeWithin(picture, most);
    for (const quality of QUALITIES) {
      const bytes =
        (await picture.encode(size, 'image/webp', quality)) ?? (await picture.encode(size, 'image/jpeg', quality));
      const facts = bytes && pictureFacts(bytes, limits);
      if (bytes && facts) return { ...facts, bytes };
    }
  }
  return null;
}

/** Of the same shape, its longer side being `most` pixels. */
function sizeWithin({ width, height }: PictureSize, most: number): PictureSize {
  const scale = most / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
