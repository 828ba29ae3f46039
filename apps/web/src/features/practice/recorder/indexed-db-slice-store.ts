import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { RECORDING_DATABASE } from '../../../shared/lib/recording-database';
import { StorageError } from './kept-take';
import type { KeptTake, Slice, SliceStore } from './kept-take';

interface KeptRow extends KeptTake {
  readonly userId: string;
}

interface SliceRow extends Slice {
  readonly userId: string;
  readonly takeId: string;
}

interface Schema extends DBSchema {
  takes: { key: [string, string]; value: KeptRow; indexes: { userId: string } };
  slices: { key: [string, string, number]; value: SliceRow };
}

const VERSION = 1;

/** Keeps takes in IndexedDB. Every key begins with the user: nobody else's are ever read. */
export class IndexedDbSliceStore implements SliceStore {
  readonly #userId: string;
  #database: Promise<IDBPDatabase<Schema>> | null = null;
  /** The database was taken away: its user went. It is not made anew for what comes late. */
  #gone = false;

  constructor(userId: string) {
    this.#userId = userId;
  }

  async list(): Promise<KeptTake[]> {
    const rows = await this.#within((database) => database.getAllFromIndex('takes', 'userId', this.#userId));
    return rows.map(({ userId: _, ...take }) => take).sort((a, b) => a.startedAt - b.startedAt);
  }

  async save(take: KeptTake, slice?: Slice): Promise<void> {
    await this.#within(async (database) => {
      const transaction = database.transaction(['takes', 'slices'], 'readwrite', { durability: 'strict' });
      const writes: Promise<unknown>[] = [
        transaction.done,
        transaction.objectStore('takes').put({ ...take, userId: this.#userId }),
      ];
      if (slice) {
        writes.push(transaction.objectStore('slices').put({ ...slice, userId: this.#userId, takeId: take.id }));
      }
      await Promise.allSettled(writes);
      // Of them all only this one knows that there was no room; the others were merely aborted.
      await transaction.done;
    });
  }

  async read(takeId: string, index: number): Promise<Slice | null> {
    const row = await this.#within((database) => database.get('slices', [this.#userId, takeId, index]));
    return row ? { index: row.index, bytes: row.bytes, sha256: row.sha256 } : null;
  }

  async remove(takeId: string): Promise<void> {
    await this.#within(async (database) => {
      const transaction = database.transaction(['takes', 'slices'], 'readwrite');
      const slices = IDBKeyRange.bound([this.#userId, takeId], [this.#userId, takeId, []]);
      await Promise.all([
        transaction.objectStore('takes').delete([this.#userId, takeId]),
        transaction.objectStore('slices').delete(slices),
        transaction.done,
      ]);
    });
  }

  async #within<Result>(run: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    try {
      if (this.#gone || typeof indexedDB === 'undefined') throw new StorageError('unavailable');
      this.#database ??= this.#open();
      return await run(await this.#database);
    } catch (error) {
      if (error instanceof StorageError) throw error;
      throw new StorageError(isFull(error) ? 'full' : 'unavailable', error);
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const opening = openDB<Schema>(RECORDING_DATABASE, VERSION, {
      upgrade: (database) => {
        database.createObjectStore('takes', { keyPath: ['userId', 'id'] }).createIndex('userId', 'userId');
        database.createObjectStore('slices', { keyPath: ['userId', 'takeId', 'index'] });
      },
      blocking: (_current, _blocked, event) => {
        this.#gone = true;
        (event.target as IDBDatabase).close();
      },
      terminated: () => void (this.#database = null),
    });
    // The next one may have more luck.
    opening.catch(() => void (this.#database = null));
    return opening;
  }
}

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
