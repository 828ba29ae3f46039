import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/**
 * A text field as high as its text, where the browser does not see to that itself (`field-sizing`, CSS Basic User
 * Interface 4). Mantine's own way measures a copy that is in the page's language: English words in a Korean page have
 * another width there.
 */
export function useFittingHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    if (CSS.supports('field-sizing', 'content')) return;
    const fit = () => field.current && fitHeight(field.current);
    fit();
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [field, text]);
}

function fitHeight(element: HTMLTextAreaElement): void {
  const { scrollX, scrollY } = window;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  // While it was short the page may have been, too.
  window.scrollTo(scrollX, scrollY);
}
