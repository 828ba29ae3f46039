import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Recorder } from '../recorder';

/** R, P and S, while the focus is inside of the panel (WCAG 2.2, 2.1.4), on every keyboard layout. */
export function usePanelKeys(panel: RefObject<HTMLElement | null>, recorder: Recorder): void {
  useEffect(() => {
    const element = panel.current;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const isPaused = recorder.getSnapshot().phase === 'paused';
      if (event.code === 'KeyR') void recorder.start();
      else if (event.code === 'KeyP' && isPaused) recorder.resume();
      else if (event.code === 'KeyP') recorder.pause();
      else if (event.code === 'KeyS') recorder.stop();
      else return;
      event.preventDefault();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [panel, recorder]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
