import { useEffect, useRef } from 'react';
import type { DroppedFiles } from '../dropped-files';
import { takeDrops } from '../take-drops';

/** Takes files that are dropped anywhere on the page, for as long as the call is there. */
export function useFileDrops(onFiles: (dropped: DroppedFiles) => void): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);
  useEffect(() => takeDrops(window, (dropped) => latest.current(dropped)), []);
}
