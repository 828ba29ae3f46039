import { useEffect } from 'react';

/** After the call had this long to begin. */
const AFTER_MS = 5_000;

/** Fetches what may be needed later while the server is there: it may be away when it is needed. */
export function usePreload(ready: boolean, parts: readonly { readonly preload?: () => Promise<void> }[]): void {
  useEffect(() => {
    if (!ready) return undefined;
    // A miss costs nothing: it is asked for again when it is needed.
    const timer = setTimeout(
      () => void Promise.allSettled(parts.flatMap(({ preload }) => (preload ? [preload()] : []))),
      AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [ready, parts]);
}
