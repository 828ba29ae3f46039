import { droppedFiles } from './dropped-files';
import type { DroppedFiles } from './dropped-files';

/**
 * Takes files that are dropped anywhere on the page: one that nobody takes opens in the browser instead, and ends the
 * call. Returns what stops it.
 */
export function takeDrops(page: EventTarget, onFiles: (dropped: DroppedFiles) => void): () => void {
  const stops = new AbortController();
  const listen = (name: 'dragenter' | 'dragover' | 'drop', run: (transfer: DataTransfer) => void) => {
    const take = (event: Event) => {
      const { dataTransfer } = event as DragEvent;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      run(dataTransfer);
    };
    page.addEventListener(name, take, { signal: stops.signal });
  };
  const offerCopy = (transfer: DataTransfer) => void (transfer.dropEffect = 'copy');
  listen('dragenter', offerCopy);
  listen('dragover', offerCopy);
  listen('drop', ({ items }) => onFiles(droppedFiles(items)));
  return () => stops.abort();
}
