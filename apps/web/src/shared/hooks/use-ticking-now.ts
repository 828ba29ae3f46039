import { useEffect, useState } from 'react';
import { serverClock } from '../lib/server-clock';

/** The server's time, renewed every `everyMs` while the page is visible; one timer for a whole list of ages. */
export function useTickingNow(everyMs = 1_000): number {
  const [now, setNow] = useState(() => serverClock.now());
  useEffect(() => {
    const tick = () => setNow(serverClock.now());
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
