import * as Y from 'yjs';

/**
 * A hash of everything in `doc`, in hexadecimal: content, history and what was deleted. Two documents that hold the same
 * have the same hash, whatever came in which order, was edited here or there, or can still be undone here.
 *
 * `digest` is `(data) => crypto.subtle.digest('SHA-256', data)` (W3C Web Cryptography §14.3.5). Takes as long as loading the document.
 */
export async function hashDocument(
  doc: Y.Doc,
  digest: (data: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>,
): Promise<string> {
  // Loaded anew, pieces that belong together are one, and what was deleted is gone, undoable or not.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const hash = await digest(new Uint8Array(Y.encodeStateAsUpdate(copy)));
  copy.destroy();
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
