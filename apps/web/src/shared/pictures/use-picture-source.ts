import { useCallback } from 'react';
import type { RefCallback } from 'react';
import type { SmallPicture } from './picture-facts';

export const blobOf = ({ bytes, mimeType }: SmallPicture): Blob => new Blob([bytes], { type: mimeType });

/** For an `<img>`: shows the blob by an address that lives as long as it is shown. */
export function usePictureSource(blob: Blob | undefined): RefCallback<HTMLImageElement> {
  return useCallback(
    (image) => {
      if (!image || !blob) return undefined;
      const url = URL.createObjectURL(blob);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
}
