import { AudioLevel } from '@ieum/webrtc-client';
import { useEffect, useRef } from 'react';

/** Full deflection: a loud voice at a microphone (RMS of full scale). */
const LOUD = 0.25;

/** Moves a bar with the sound of a track: its `--level` goes from 0 to 1, without drawing the page anew. */
export function useLevel(track: MediaStreamTrack | undefined) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!track) return undefined;
    const element = bar.current;
    const show = (level: number) => element?.style.setProperty('--level', `${Math.min(1, Math.sqrt(level / LOUD))}`);
    const meter = new AudioLevel({ track });
    meter.on('level', show);
    return () => {
      meter.close();
      show(0);
    };
  }, [track]);
  return bar;
}
