import { useCallback, useState } from 'react';
import { isSoundMuted, setSoundMuted } from './chime';

/** The user's choice whether the page may make sounds, kept on this device. */
export function useSoundMuted(): readonly [muted: boolean, setMuted: (muted: boolean) => void] {
  const [muted, setMuted] = useState(isSoundMuted);
  const change = useCallback((next: boolean) => {
    setSoundMuted(next);
    setMuted(next);
  }, []);
  return [muted, change];
}
