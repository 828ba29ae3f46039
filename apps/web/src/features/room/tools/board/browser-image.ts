import type { BoardImage, DrawnImage } from './shrink-image';
import { shrinkImage } from './shrink-image';
import type { BoardImageType } from './image-bytes';

/** No camera makes larger ones. */
const MAX_FILE_BYTES = 64 * 1_048_576;

/** A picture file as it goes onto the board; `null` when this browser cannot show it, or it is a drawing (SVG). */
export async function readImage(file: Blob): Promise<BoardImage | null> {
  if (file.size > MAX_FILE_BYTES || file.type === 'image/svg+xml') return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return null;
  }
  try {
    return await shrinkImage(drawn(bitmap));
  } finally {
    bitmap.close();
  }
}

const drawn = (bitmap: ImageBitmap): DrawnImage => ({
  width: bitmap.width,
  height: bitmap.height,
  encode: async (width, height, type, quality) => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) return null;
    if (type === 'image/jpeg') {
      // It has no transparency, and would be black there.
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, width, height);
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return bytesOf(canvas, type, quality);
  },
});

/** A browser that does not write the type writes PNG. */
async function bytesOf(
  canvas: HTMLCanvasElement,
  type: BoardImageType,
  quality: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  return blob?.type === type ? new Uint8Array(await blob.arrayBuffer()) : null;
}
