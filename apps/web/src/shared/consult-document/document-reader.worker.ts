import type { FromReader } from './open-document';
import { readDocument } from './read-document';

/** Decoding and reading what two browsers wrote happens here, where it holds up nothing. */
self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage(answer(data));
});

function answer(update: Uint8Array): FromReader {
  try {
    return { reading: readDocument(update) };
  } catch (error) {
    return { failure: error instanceof Error ? error.name : 'unknown' };
  }
}
