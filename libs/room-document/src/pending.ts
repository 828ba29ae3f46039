import type * as Y from 'yjs';

/**
 * Forgets what waits in `doc` for something that never came. Yjs would merge it anew at every update, which a hostile
 * member could make as slow as they like, and would one day integrate it unseen. Nothing honest is lost: it is not in
 * the state vector, so the next exchange asks for it again.
 */
export function dropPending(doc: Y.Doc): void {
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
}
