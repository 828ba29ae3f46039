import { useEffect, useRef, useState } from 'react';

const SETTLED_MS = 250;

/** A value that is still being moved; `onSettled` gets it when it has come to rest. */
export function useSettledValue(onSettled: (value: number) => void) {
  const [moving, setMoving] = useState<number | null>(null);
  const latest = useRef(onSettled);
  useEffect(() => {
    latest.current = onSettled;
  }, [onSettled]);
  useEffect(() => {
    if (moving === null) return undefined;
    const timer = setTimeout(() => {
      setMoving(null);
      latest.current(moving);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [moving]);
  return [moving, setMoving] as const;
}
