import { useEffect } from 'react';

/** Whoever fills in a log-in form needs the pages behind it next: fetched once the form stands. */
export function usePreloadSignedIn(): void {
  useEffect(() => {
    const preload = () => Promise.all([import('./signed-in-area'), import('./signed-in-pages'), import('./next-path')]);
    // A miss costs nothing: they are asked for again when they are needed.
    const timer = setTimeout(() => void preload().catch(() => false), 2_500);
    return () => clearTimeout(timer);
  }, []);
}
