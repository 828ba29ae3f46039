import { useCallback } from 'react';
import type { RefObject } from 'react';

/** Gives an element the whole screen, and takes it back. `null` where the browser cannot, as on iPhones. */
export function useFullScreen(target: RefObject<HTMLElement | null>): (() => Promise<void>) | null {
  const toggle = useCallback(async () => {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await target.current?.requestFullscreen();
    } catch (error) {
      // Not asked for by a click, or forbidden: the window stays as it is.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    }
  }, [target]);
  return document.fullscreenEnabled ? toggle : null;
}
