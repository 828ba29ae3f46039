import * as Y from 'yjs';

/** Yjs draws client ids from 32 bits. */
const MAX_CLIENT = 2 ** 32 - 1;

/** More than anybody can ever have typed. Beyond 2^53 clocks would no longer be whole numbers. */
const MAX_CLOCK = 2 ** 40;

/** The document's own writer, and how far it has written. */
export interface OwnClock {
  readonly client: number;
  readonly clock: number;
}

/**
 * Whether an update of format 1 has a shape that Yjs itself can have written. It applies some that it cannot: structs
 * of no length, clocks beyond whole numbers, documents within documents. Throws what Yjs throws at the others.
 *
 * Nothing may mention what the own client writes after `own`: it would be added, unseen, on top of an edit made meanwhile.
 */
export function isWellFormed(update: Uint8Array, own: OwnClock): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const exists = (id: Y.ID | null, length = 1): boolean =>
    !id || (isRange(id.client, id.clock, length) && (id.client !== own.client || id.clock + length <= own.clock));
  return (
    structs.every((struct) => {
      if (!exists(struct.id, struct.length)) return false;
      if (!(struct instanceof Y.Item)) return true;
      // Written as an id, a name or nothing; the type says what it becomes later.
      const parent: unknown = struct.parent;
      if (parent instanceof Y.ID && !exists(parent)) return false;
      return exists(struct.origin) && exists(struct.rightOrigin) && !(struct.content instanceof Y.ContentDoc);
    }) &&
    [...ds.clients].every(([client, deletes]) =>
      deletes.every(({ clock, len }) => exists(Y.createID(client, clock), len)),
    )
  );
}

function isRange(client: number, clock: number, length: number): boolean {
  return client <= MAX_CLIENT && length > 0 && clock + length <= MAX_CLOCK;
}
