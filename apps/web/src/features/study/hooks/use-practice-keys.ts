import { useEffect } from 'react';

interface PracticeKeys {
  readonly revealed: boolean;
  readonly onReveal: () => void;
  readonly onAnswer: (knew: boolean) => void;
}

/** Space shows the answer, 1 and 2 say whether it was known: wherever the focus is, but where a key means something else. */
export function usePracticeKeys({ revealed, onReveal, onAnswer }: PracticeKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.altKey || event.metaKey || isIn(event.target, 'input, textarea, select, dialog'))
        return;
      const digit = /^(?:Digit|Numpad)([12])$/u.exec(event.code)?.[1];
      if (event.code === 'Space' && !revealed && !isIn(event.target, 'button, a, summary')) onReveal();
      else if (digit !== undefined && revealed) onAnswer(digit === '1');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [revealed, onReveal, onAnswer]);
}

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
