import { BOARD_LIMITS } from './board-limits';
import { imageFacts } from './image-bytes';
import type { BoardImageType, ImageFacts } from './image-bytes';

export interface BoardImage extends ImageFacts {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A picture that is decoded, and can be drawn smaller. */
export interface DrawnImage {
  readonly width: number;
  readonly height: number;
  /** `null`: this browser does not write this type. */
  encode(width: number, height: number, type: BoardImageType, quality: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

const QUALITIES = [0.82, 0.65, 0.5];
/** Each time the picture is still too large at the worst quality. */
const SMALLER = 0.7;
const LEAST_PIXELS = 64;

/** As large as it may be, of the same shape. */
export function fittingSize(width: number, height: number, most: number): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The picture as it goes onto the board; `null` when it cannot be made small enough. */
export async function shrinkImage(image: DrawnImage): Promise<BoardImage | null> {
  for (let most: number = BOARD_LIMITS.imagePixels; most >= LEAST_PIXELS; most *= SMALLER) {
    const { width, height } = fittingSize(image.width, image.height, Math.floor(most));
    for (const quality of QUALITIES) {
      const bytes =
        (await image.encode(width, height, 'image/webp', quality)) ??
        (await image.encode(width, height, 'image/jpeg', quality));
      const facts = bytes && imageFacts(bytes);
      if (bytes && facts) return { ...facts, bytes };
    }
  }
  return null;
}
