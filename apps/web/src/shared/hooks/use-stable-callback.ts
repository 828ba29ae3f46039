import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same one and calls the latest `callback`: for what is drawn anew only when its props change. */
export function useStableCallback<Args extends unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  }, [callback]);
  return useCallback((...args: Args) => latest.current(...args), []);
}
