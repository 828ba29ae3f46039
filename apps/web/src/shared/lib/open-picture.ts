import type { DrawnPicture } from './shrink-picture';

/** Decodes a picture the user chose, the right way up; `null` when the browser cannot. */
export async function openPicture(file: Blob): Promise<DrawnPicture | null> {
  const bitmap = await decode(file);
  if (!bitmap) return null;
  return {
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
  };
}

async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
