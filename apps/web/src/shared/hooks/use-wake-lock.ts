import { useEffect } from 'react';

/** Keeps the screen on while `active`. Where the browser cannot or may not, nothing is lost but the convenience. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return undefined;
    let released = false;
    let lock: WakeLockSentinel | null = null;
    const acquire = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (released) await lock.release();
      } catch (error) {
        // Low battery or a policy: the browser's right.
        if (!(error instanceof DOMException)) throw error;
      }
    };
    const reacquire = () => void acquire();
    document.addEventListener('visibilitychange', reacquire);
    void acquire();
    return () => {
      released = true;
      document.removeEventListener('visibilitychange', reacquire);
      void lock?.release();
    };
  }, [active]);
}
