import { useEffect, useState } from 'react';
import { serverClock } from '../../../../shared/lib/server-clock';
import { isRunning, positionOf } from './playback';
import type { Playback } from './playback';

/** Often enough that both sides change their seconds together, as one sees it. */
const TICK_MS = 200;

/** Where both are in a take; counted on while it plays. */
export function usePosition(playback: Playback | null, durationMs: number) {
  const [now, setNow] = useState(() => serverClock.now());
  useEffect(() => {
    if (!playback?.playing) return undefined;
    const timer = setInterval(() => {
      setNow(serverClock.now());
      if (!isRunning(playback, serverClock.now(), durationMs)) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [playback, durationMs]);
  return {
    atMs: playback ? positionOf(playback, now, durationMs) : 0,
    isPlaying: playback !== null && isRunning(playback, now, durationMs),
  };
}
