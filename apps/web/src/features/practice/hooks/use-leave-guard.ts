import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';

/** Where somebody wanted to go. */
interface Wish {
  readonly go: () => void;
}

/**
 * While `isHeld`, neither a link of this page nor the browser's Back leads away at once: `wished` is where to, until `leave` or
 * `stay` is called. The browser asks before the tab closes. Back is held where the browser has the Navigation API (WHATWG HTML,
 * section 7.2.6), and only once: pressed again, it leaves.
 */
export function useLeaveGuard(isHeld: boolean) {
  const [, navigate] = useLocation();
  const [wished, setWished] = useState<Wish | null>(null);
  useEffect(() => {
    if (!isHeld) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const place = placeWithin(event);
      if (place === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWished({ go: () => navigate(place) });
    };
    const traverse = (event: NavigateEvent) => {
      const { navigationType, userInitiated, cancelable, destination } = event;
      if (navigationType !== 'traverse' || !userInitiated || !cancelable) return;
      if (new URL(destination.url).pathname === location.pathname) return;
      event.preventDefault();
      setWished({ go: () => void window.navigation.traverseTo(destination.key) });
    };
    const navigation = 'navigation' in window ? window.navigation : undefined;
    window.addEventListener('beforeunload', unload);
    // Before the link hears of it.
    document.addEventListener('click', click, { capture: true });
    navigation?.addEventListener('navigate', traverse);
    return () => {
      window.removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, { capture: true });
      navigation?.removeEventListener('navigate', traverse);
      // There is nothing to ask any more.
      setWished(null);
    };
  }, [isHeld, navigate]);
  const stay = useCallback(() => setWished(null), []);
  const leave = useCallback(() => wished?.go(), [wished]);
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
