import { useEffect, useRef } from 'react';
import { droppedFiles } from '../../dropped-files';
import type { DroppedFiles } from '../../dropped-files';

/** Takes files that are pasted anywhere on the page while mounted. */
export function useFilePaste(onFiles: (pasted: DroppedFiles) => void): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (!event.clipboardData?.types.includes('Files')) return;
      event.preventDefault();
      latest.current(droppedFiles(event.clipboardData.items));
    };
    window.addEventListener('paste', take);
    return () => window.removeEventListener('paste', take);
  }, []);
}
