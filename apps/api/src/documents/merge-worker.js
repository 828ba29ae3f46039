/**
 * The thread in which documents are decoded: whatever an update does to it, requests go on. Plain JavaScript, because
 * Node loads it as it stands, from here in tests and from the built API alike.
 *
 * Asked `{ kept, added }` it answers one message: `{ state }`, the one update that holds them all, or `{ failure }`.
 * Asked `{ kept, erased }` it answers the same without what is in the parts of those names. Asked `{ kept, read: true }` it
 * answers `{ reading }`: what the document says, as JSON; or `{ failure }`.
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

/** Several times what a document may have: more is somebody's attempt to fill the memory of whoever reads it. */
const READING_MOST = 20_000_000;

/** What each member wrote, for whoever wants to have it: the notes as lines of text, the rest as it stands there. */
function read(kept) {
  try {
    const reading = JSON.stringify(readingOf(kept));
    return reading.length > READING_MOST ? { failure: 'too-slow' } : { reading };
  } catch {
    // What both wrote may be anything, nested as deeply as somebody liked.
    return { failure: 'malformed' };
  }
}

function readingOf(kept) {
  const doc = new Y.Doc();
  for (const update of kept) Y.applyUpdate(doc, update);
  const lines = [];
  const walk = (parent, prefix) => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) lines.push(prefix + textOf(child));
      else if (child instanceof Y.XmlElement) walk(child, PREFIXES.get(child.nodeName)?.(child) ?? prefix);
    }
  };
  walk(doc.getXmlFragment('notes'), '');
  return {
    notes: lines.join('\n\n'),
    corrections: doc.getMap('corrections').toJSON(),
    chat: doc.getArray('chat').toJSON(),
    code: doc.getMap('code').toJSON(),
    board: doc.getMap('board').toJSON(),
    practice: doc.getMap('practice').toJSON(),
  };
}

/** How Markdown begins what the editor names so. */
const PREFIXES = new Map([
  ['heading', (element) => `${'#'.repeat(levelOf(element))} `],
  ['listItem', () => '- '],
  ['blockquote', () => '> '],
]);

const levelOf = (heading) => Math.min(6, Math.max(1, Math.trunc(Number(heading.getAttribute('level'))) || 3));

const textOf = (text) =>
  text
    .toDelta()
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('');

parentPort.on('message', ({ kept, added, erased, read: asText }) => {
  const answer = asText ? read(kept) : erased ? erase(kept, erased) : merge(kept, added);
  parentPort.postMessage(answer, answer.state ? [answer.state.buffer] : []);
});
parentPort.postMessage('ready');
