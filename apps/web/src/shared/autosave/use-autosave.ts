import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../lib/api-error';
import { watchWork } from '../lib/unsaved-work';
import { Autosave } from './autosave';
import type { SavedThing } from './autosave';

/** Failures that say nothing about the text: the network, a server that is down or busy. */
const PASSING = new Set<string>([
  'network/offline',
  'network/bad-answer',
  'server/unavailable',
  'request/rate-limited',
  'auth/token-expired',
  'auth/unauthenticated',
]);

const IN_BROWSER = {
  codeOf: (error: unknown): string | null => {
    if (error instanceof ApiError) return PASSING.has(error.code) ? null : error.code;
    reportError(error);
    return null;
  },
  setTimer: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Autosaves one thing: from what the server has as `stored`, and once more what is left when the page goes. */
export function useAutosave<Content, Stored>(thing: () => SavedThing<Content, Stored>, stored: Stored | null) {
  const [autosave] = useState(() => new Autosave({ ...thing(), ...IN_BROWSER }, stored));
  const snapshot = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot);
  useEffect(() => {
    autosave.start();
    window.addEventListener('online', autosave.retryNow);
    const unwatch = watchWork(() => autosave.flush());
    return () => {
      window.removeEventListener('online', autosave.retryNow);
      unwatch();
      autosave.stop();
    };
  }, [autosave]);
  return { autosave, snapshot };
}
