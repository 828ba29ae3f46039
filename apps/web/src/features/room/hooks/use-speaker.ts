import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Plays an element's sound through that device; the default one where there is no such device, or no choice. */
export function useSpeaker(video: RefObject<HTMLVideoElement | null>, speakerId: string | undefined): void {
  useEffect(() => {
    const element = video.current;
    if (!element || !('setSinkId' in element)) return;
    const choose = async (id: string) => {
      try {
        await element.setSinkId(id);
      } catch (error) {
        // Unplugged or forbidden meanwhile: the browser goes on with the one before.
        if (!(error instanceof DOMException)) throw error;
      }
    };
    void choose(speakerId ?? '');
  }, [video, speakerId]);
}
