/**
 * The thread in which documents are decoded: whatever an update does to it, requests go on. Plain JavaScript, because
 * Node loads it as it stands, from here in tests and from the built API alike.
 *
 * Asked `{ kept, added }` it answers one message: `{ state }`, the one update that holds them all, or `{ failure }`.
 */
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';

/** What was deleted on either side is not in it: Yjs forgets it when a document is encoded. */
function merge(kept, added) {
  const doc = new Y.Doc();
  for (const update of kept) Y.applyUpdate(doc, update);
  if (!added) return { state: Y.encodeStateAsUpdate(doc) };
  try {
    Y.applyUpdate(doc, added);
    return { state: Y.encodeStateAsUpdate(doc) };
  } catch {
    // Whatever the error is, it means the same: these bytes are no update that this document can take.
    return { failure: 'malformed' };
  }
}

parentPort.on('message', ({ kept, added }) => {
  const answer = merge(kept, added);
  parentPort.postMessage(answer, answer.state ? [answer.state.buffer] : []);
});
parentPort.postMessage('ready');
