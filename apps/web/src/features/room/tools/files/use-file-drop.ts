import { useEffect, useRef, useState } from 'react';
import { droppedFiles } from './dropped-files';
import type { DroppedFiles } from './dropped-files';

/**
 * Takes files that are dropped or pasted anywhere on the page while mounted: a file that misses a small target would
 * open in the browser instead, and end the call. Returns whether one is over the page now.
 */
export function useFileDrop(onFiles: (dropped: DroppedFiles) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    const stops = new AbortController();
    const listen = <Name extends keyof WindowEventMap>(name: Name, run: (event: WindowEventMap[Name]) => void): void =>
      window.addEventListener(name, run, { signal: stops.signal });
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const take = (event: Event, transfer: DataTransfer | null) => {
      if (!transfer?.types.includes('Files')) return;
      event.preventDefault();
      latest.current(droppedFiles(transfer.items));
    };
    listen('dragenter', drag);
    listen('dragover', drag);
    // Only when it leaves the page, not when it crosses from one element to the next.
    listen('dragleave', (event) => event.relatedTarget === null && setOver(false));
    listen('drop', (event) => {
      setOver(false);
      take(event, event.dataTransfer);
    });
    listen('paste', (event) => take(event, event.clipboardData));
    return () => stops.abort();
  }, []);
  return over;
}
