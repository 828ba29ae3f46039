import { useCallback } from 'react';
import type { RefObject } from 'react';

/** What the stage calls its largest picture. */
export const MAIN_PICTURE = { 'data-main-picture': true } as const;

/**
 * Lets the largest picture within an element float over other windows, and takes it back. `null` where the browser
 * cannot, as in Firefox, which offers a button of its own.
 */
export function usePictureInPicture(stage: RefObject<HTMLElement | null>): (() => Promise<void>) | null {
  const toggle = useCallback(async () => {
    const video = stage.current?.querySelector<HTMLVideoElement>('video[data-main-picture]');
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else await video?.requestPictureInPicture();
    } catch (error) {
      // Nothing to show yet, or forbidden: the picture stays where it is.
      if (!(error instanceof DOMException)) throw error;
    }
  }, [stage]);
  return document.pictureInPictureEnabled ? toggle : null;
}
