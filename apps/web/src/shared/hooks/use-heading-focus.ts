import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Pages shown since the tab was loaded; on the first one the focus stays where the browser has it. */
let pagesShown = 0;

/** Moves the focus to a page's heading after a navigation, so that keyboards and screen readers go on there. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown === 1) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return heading;
}
