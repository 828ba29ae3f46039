/**
 * The thread in which documents are decoded: whatever an update does to it, requests go on. Plain JavaScript, because
 * Node loads it as it stands, from here in tests and from the built API alike.
 *
 * Asked `{ kept, added }` it answers one message: `{ state }`, the one update that holds them all, or `{ failure }`.
 * Asked `{ kept, erased }` it answers the same without what is in the parts of those names.
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

/**
 * What was in the parts leaves gaps of its length, as Yjs makes them itself of what was deleted with its parent: the
 * rest stays as it is. A gap has no content, no key and no name.
 */
function erase(kept, names) {
  const doc = new Y.Doc();
  for (const update of kept) Y.applyUpdate(doc, update);
  const erased = new Set(names.map((name) => doc.share.get(name)).filter(Boolean));
  const roots = new Map();
  const rootOf = (type) => {
    let root = roots.get(type);
    if (root === undefined) {
      const path = [];
      for (root = type; root?._item && !roots.has(root); root = root._item.parent) path.push(root);
      root = roots.get(root) ?? root;
      for (const each of path) roots.set(each, root);
    }
    return root;
  };
  for (const structs of doc.store.clients.values()) {
    for (const [at, struct] of structs.entries()) {
      if (struct instanceof Y.Item && erased.has(rootOf(struct.parent)))
        structs[at] = new Y.GC(struct.id, struct.length);
    }
  }
  // What waits for updates that never came could be of any part.
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return { state: Y.encodeStateAsUpdate(doc) };
}

parentPort.on('message', ({ kept, added, erased }) => {
  const answer = erased ? erase(kept, erased) : merge(kept, added);
  parentPort.postMessage(answer, answer.state ? [answer.state.buffer] : []);
});
parentPort.postMessage('ready');
