import * as Y from 'yjs';

type Parent = Y.AbstractType<unknown>;

/**
 * Whether what came into `doc` after `since` (a state vector) lies where it says: in one list with its neighbours of
 * the time, between them. Yjs never writes anything else, but takes it, and the document looks well until it is loaded
 * again: then the order is another one, or whole paragraphs are gone with a neighbour that had been deleted elsewhere.
 *
 * Takes as long as the lists that were added to are.
 */
export function isSoundOrder(doc: Y.Doc, since: ReadonlyMap<number, number>): boolean {
  const places = new Places();
  for (const [client, structs] of doc.store.clients) {
    const clock = since.get(client) ?? 0;
    if (Y.getState(doc.store, client) <= clock) continue;
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
      const item = structs[at];
      if (item instanceof Y.Item && !liesBetween(doc, item, places)) return false;
    }
  }
  return true;
}

function liesBetween(doc: Y.Doc, item: Y.Item, places: Places): boolean {
  const [left, right] = [item.origin, item.rightOrigin].map((id) => id && Y.getItem(doc.store, id));
  const isSibling = (other: unknown): boolean =>
    !other || (other instanceof Y.Item && other.parent === item.parent && other.parentSub === item.parentSub);
  if (!isSibling(left) || !isSibling(right)) return false;
  const place = places.of(item);
  return (!left || places.of(left) < place) && (!right || place < places.of(right));
}

/** Where items are in their lists. */
class Places {
  readonly #places = new Map<Y.Item, number>();

  of(item: Y.Item): number {
    if (!this.#places.has(item)) this.#number(item);
    return this.#places.get(item) ?? NaN;
  }

  #number({ parent, parentSub }: Y.Item): void {
    const { _start: start, _map: map } = parent as Parent;
    let first = parentSub === null ? start : (map.get(parentSub) ?? null);
    while (first?.left) first = first.left;
    let place = 0;
    for (let item = first; item; item = item.right) {
      this.#places.set(item, place);
      place += 1;
    }
  }
}
