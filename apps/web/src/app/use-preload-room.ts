import { useEffect } from 'react';
import { loadInCall } from '../shared/lib/load-in-call';
import { loadRoom } from './room-code';

/** After what the page itself needs. */
const AFTER_MS = 500;

/** Whoever waits or looks for somebody who waits is in a room next. */
export function usePreloadRoom(): void {
  useEffect(() => {
    // A miss costs nothing, least of all this page: it is asked for again when it is needed.
    const timer = setTimeout(() => void loadInCall(loadRoom).catch(() => false), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}
