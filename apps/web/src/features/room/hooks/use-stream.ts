import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Plays a stream in a `<video>`. `blocked` when the browser wants a click before it makes a sound; `unblock` is to be
 * called by that click.
 */
export function useStream(stream: MediaStream | null) {
  const video = useRef<HTMLVideoElement>(null);
  const [blocked, setBlocked] = useState(false);

  const play = useCallback(async () => {
    const element = video.current;
    if (!element?.srcObject) return;
    try {
      await element.play();
      setBlocked(false);
    } catch (error) {
      // `AbortError`: another stream came meanwhile, and has its own attempt.
      if (error instanceof DOMException && error.name === 'NotAllowedError') setBlocked(true);
      else if (!(error instanceof DOMException && error.name === 'AbortError')) reportError(error);
    }
  }, []);

  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    element.srcObject = stream;
    if (!stream) return undefined;
    const replay = () => void play();
    stream.addEventListener('addtrack', replay);
    replay();
    return () => {
      stream.removeEventListener('addtrack', replay);
      element.srcObject = null;
    };
  }, [stream, play]);

  return { video, blocked, unblock: play };
}
