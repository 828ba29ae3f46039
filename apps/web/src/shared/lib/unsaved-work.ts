/** Brings what a page has to the server, as far as that goes well now. Resolves with whether nothing is left. */
type Work = () => Promise<boolean>;

const SETTLED_WITHIN_MS = 5_000;

const works = new Set<Work>();

/** Before the user logs out it is asked. Returns the function that ends it. */
export function watchWork(work: Work): () => void {
  // The same function may be watched twice.
  const own: Work = () => work();
  works.add(own);
  return () => void works.delete(own);
}

/** Whether all that this page has is at the server now; what takes too long is not. */
export async function settleWork(): Promise<boolean> {
  let stop: () => void = () => undefined;
  const late = new Promise<boolean[]>((resolve) => {
    const timer = setTimeout(() => resolve([false]), SETTLED_WITHIN_MS);
    stop = () => clearTimeout(timer);
  });
  try {
    return (await Promise.race([late, Promise.all([...works].map((work) => work()))])).every(Boolean);
  } finally {
    stop();
  }
}
