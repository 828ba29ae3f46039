import type { DocumentReading } from './read-document';

/** What the reader answers. A failure names the kind of error, and nothing that was written. */
export type FromReader = { readonly reading: DocumentReading } | { readonly failure: string };

/** As much of a worker as is needed. */
export interface ReaderWorker {
  postMessage(update: Uint8Array): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error', listener: (event: unknown) => void): void;
  terminate(): void;
}

/** Long for five mebibytes on a slow phone. */
const LONGEST_MS = 15_000;

/** The document cannot be read: it is damaged, or takes longer than anybody waits. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/** Has a thread of its own read a document, and ends it. @throws UnreadableDocument */
export function openDocument(
  update: Uint8Array,
  createWorker: () => ReaderWorker,
  longestMs = LONGEST_MS,
): Promise<DocumentReading> {
  const worker = createWorker();
  return new Promise<DocumentReading>((resolve, reject) => {
    const timer = setTimeout(() => reject(new UnreadableDocument('it took too long')), longestMs);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      end();
    };
    worker.addEventListener('message', ({ data }) => {
      const answer = data as FromReader;
      settle(() =>
        'reading' in answer ? resolve(answer.reading) : reject(new UnreadableDocument(`read as ${answer.failure}`)),
      );
    });
    worker.addEventListener('error', () => settle(() => reject(new UnreadableDocument('the reader failed'))));
    worker.postMessage(update);
  }).finally(() => worker.terminate());
}
