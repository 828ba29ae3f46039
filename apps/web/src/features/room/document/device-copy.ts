import type { Clock } from '@ieum/webrtc-client';
import { IndexeddbPersistence } from 'y-indexeddb';
import type { Doc } from 'yjs';
import { documentDatabase, forgetDocuments } from '../../../shared/lib/document-databases';

/** What this device keeps of a document, so that a reload loses nothing. */
export interface DeviceCopy {
  /** It stays as it is. */
  close(): void;
  /** It goes. */
  forget(): void;
}

/** PORT. */
export interface Device {
  /**
   * Puts what the device has into `doc` and keeps what is written there from now on. `null` where the browser keeps
   * nothing, as in private windows; `onLost`: it stopped to, for want of space for example. Never rejects.
   */
  open(doc: Doc, onLost: () => void): Promise<DeviceCopy | null>;
}

const PROBE = 'ieum.probe';
/** A page that waits for its own disk is of no use. */
const LONGEST_MS = 2_000;

/** The browser's IndexedDB. */
export const indexedDbDevice = (consultId: string, clock: Clock): Device => ({
  open: async (doc, onLost) => {
    void forgetDocuments(consultId);
    if (!(await within(canKeep(), false, clock))) return null;
    const name = documentDatabase(consultId);
    const persistence = new IndexeddbPersistence(name, doc);
    const close = () => void persistence.destroy();
    if (!(await within(persistence.whenSynced.then(watch(onLost, close)), false, clock))) {
      close();
      return null;
    }
    return {
      close,
      forget: () => void persistence.destroy().then(() => indexedDB.deleteDatabase(name)),
    };
  },
});

const watch =
  (onLost: () => void, close: () => void) =>
  ({ db }: IndexeddbPersistence): boolean => {
    if (!db) return false;
    // Whoever deletes it waits until this page has told the server all of it.
    db.onversionchange = null;
    for (const event of ['abort', 'close']) {
      db.addEventListener(event, () => {
        close();
        onLost();
      });
    }
    return true;
  };

/** y-indexeddb takes for granted that there is a database. */
function canKeep(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(PROBE);
      request.addEventListener('error', () => resolve(false));
      request.addEventListener('success', () => {
        request.result.close();
        indexedDB.deleteDatabase(PROBE);
        resolve(true);
      });
    } catch {
      resolve(false);
    }
  });
}

function within<Value>(promise: Promise<Value>, otherwise: Value, clock: Clock): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.setTimeout(() => resolve(otherwise), LONGEST_MS);
    promise.then(resolve, reject).finally(cancel);
  });
}
