import { useEffect } from 'react';
import type { RefObject } from 'react';
import { isDark } from '../is-dark';

const LOOK_EVERY_MS = 700;
/** A camera that starts shows black for a moment. */
const LOOKS_UNTIL_DARK = 3;
const WIDTH = 16;
const HEIGHT = 12;

/** Looks at a handful of pixels of a playing video now and then, and tells when it turns black or stops being so. */
export function usePicture(
  video: RefObject<HTMLVideoElement | null>,
  on: boolean,
  onPicture: (picture: 'dark' | 'visible') => void,
): void {
  useEffect(() => {
    if (!on) return undefined;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDTH, HEIGHT];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    let darkLooks = 0;
    const look = (): void => {
      const element = video.current;
      if (!context || !element || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
      context.drawImage(element, 0, 0, WIDTH, HEIGHT);
      darkLooks = isDark(context.getImageData(0, 0, WIDTH, HEIGHT).data) ? darkLooks + 1 : 0;
      if (darkLooks === 0) onPicture('visible');
      else if (darkLooks >= LOOKS_UNTIL_DARK) onPicture('dark');
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [video, on, onPicture]);
}
