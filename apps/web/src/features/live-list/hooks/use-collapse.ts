import { useEffect, useRef } from 'react';

/** How long a placeholder stays readable once the list may move. */
const CALM_MS = 700;

/** Collapses what is gone once nobody points at the list and the page does not scroll. */
export function useCollapse(hasGone: boolean, engaged: boolean, collapse: () => void): void {
  const latest = useRef(collapse);
  useEffect(() => {
    latest.current = collapse;
  });
  useEffect(() => {
    if (!hasGone || engaged) return undefined;
    const run = () => latest.current();
    let timer = setTimeout(run, CALM_MS);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(run, CALM_MS);
    };
    window.addEventListener('scroll', wait, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', wait);
    };
  }, [hasGone, engaged]);
}
