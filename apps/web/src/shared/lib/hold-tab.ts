import { holdPage } from './hold-page';
import { watchWork } from './unsaved-work';

/**
 * From now on the browser asks before the tab closes, and whoever logs out is asked unless `isSent`. Returns the function that
 * ends it.
 */
export function holdTab(isSent: () => Promise<boolean>): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const ends = [holdPage(), watchWork(isSent), () => window.removeEventListener('beforeunload', ask)];
  window.addEventListener('beforeunload', ask);
  return () => ends.splice(0).forEach((end) => end());
}
