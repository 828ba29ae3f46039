import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent } from 'react';

interface Focused {
  readonly control: Element;
  readonly step: HTMLElement;
}

/** A control that has the focus may go with what it was for; the focus then stays at its step, not at the page's top. */
export function useKeptFocus() {
  const focused = useRef<Focused | null>(null);
  useLayoutEffect(() => {
    const last = focused.current;
    if (!last || last.control.isConnected || document.activeElement !== document.body) return;
    focused.current = null;
    last.step.focus({ preventScroll: true });
  });
  return {
    onFocus: ({ target }: FocusEvent) => {
      const step = target.closest<HTMLElement>('[data-step]');
      focused.current = step && step !== target ? { control: target, step } : null;
    },
  };
}
