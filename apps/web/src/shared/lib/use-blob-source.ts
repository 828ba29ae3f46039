import { useCallback } from 'react';
import type { RefCallback } from 'react';

/** For an `<img>` or `<audio>`: its source is the blob, by an address that lives as long as the element is there. */
export function useBlobSource<Shown extends HTMLImageElement | HTMLAudioElement>(
  blob: Blob | undefined,
): RefCallback<Shown> {
  return useCallback(
    (element) => {
      if (!element || !blob) return undefined;
      const url = URL.createObjectURL(blob);
      element.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
}
