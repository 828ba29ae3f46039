import type { PictureLimits, SmallPicture } from './picture-facts';
import { shrinkPicture } from './shrink-picture';
import type { DrawnPicture } from './shrink-picture';

/** No camera makes larger ones. */
const MAX_FILE_BYTES = 64 * 1_048_576;

/**
 * A picture the user chose, the right way up, drawn anew within the limits; `null` when this browser cannot show it, or it
 * is a drawing (SVG), or nothing makes it small enough.
 */
export async function pictureOfFile(file: Blob, limits: PictureLimits): Promise<SmallPicture | null> {
  if (file.size > MAX_FILE_BYTES || file.type === 'image/svg+xml') return null;
  const bitmap = await decode(file);
  if (!bitmap) return null;
  try {
    return await shrinkPicture(drawn(bitmap), limits);
  } finally {
    bitmap.close();
  }
}

async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

const drawn = (bitmap: ImageBitmap): DrawnPicture => ({
  width: bitmap.width,
  height: bitmap.height,
  encode: async (size, type, quality) => {
    const canvas = Object.assign(document.createElement('canvas'), size);
    const context = canvas.getContext('2d');
    if (!context) return null;
    if (type === 'image/jpeg') {
      // It knows nothing transparent, and would show black.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, size.width, size.height);
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, size.width, size.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    // Whoever cannot write a type writes PNG.
    return blob?.type === type ? new Uint8Array(await blob.arrayBuffer()) : null;
  },
});
