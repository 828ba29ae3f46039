import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';

/**
 * While `isHeld`, a link of this page does not lead away at once: `wished` is where to, until `leave` or `stay` is called. The
 * browser asks before the tab closes.
 */
export function useLeaveGuard(isHeld: boolean) {
  const [, navigate] = useLocation();
  const [wished, setWished] = useState<string | null>(null);
  useEffect(() => {
    if (!isHeld) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const place = placeWithin(event);
      if (place === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWished(place);
    };
    window.addEventListener('beforeunload', unload);
    // Before the link hears of it.
    document.addEventListener('click', click, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, { capture: true });
      // There is nothing to ask any more.
      setWished(null);
    };
  }, [isHeld]);
  const stay = useCallback(() => setWished(null), []);
  const leave = useCallback(() => {
    if (wished !== null) navigate(wished);
  }, [navigate, wished]);
  return { wished, stay, leave };
}

/** Where a press on a link leads within the page; null where it opens elsewhere, or stays. */
function placeWithin(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target !== '' || link.origin !== location.origin || link.pathname === location.pathname)
    return null;
  return `${link.pathname}${link.search}`;
}
