import { useEffect, useState } from 'react';

/** Whether a file is dragged over the page now; the room takes it when it is dropped. */
export function useFileOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stops = new AbortController();
    const listen = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void): void =>
      window.addEventListener(name, run, { signal: stops.signal });
    const enter = (event: DragEvent) => event.dataTransfer?.types.includes('Files') && setOver(true);
    listen('dragenter', enter);
    listen('dragover', enter);
    // Only when it leaves the page, not when it crosses from one element to the next.
    listen('dragleave', (event) => event.relatedTarget === null && setOver(false));
    listen('drop', () => setOver(false));
    return () => stops.abort();
  }, []);
  return over;
}
