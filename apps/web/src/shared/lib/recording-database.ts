/** Where this device keeps spoken answers until the server has them (IndexedDB). */
export const RECORDING_DATABASE = 'ieum.recordings';

/** The store in it with one row for each. */
const RECORDING_TAKES = 'takes';

/** Removes all of them. A page that still has the database open closes it; the deletion is done then. */
export function forgetRecordings(): void {
  if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(RECORDING_DATABASE);
}

/** Whether there is one that the server does not have yet. */
export async function keepsRecordings(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  return new Promise((resolve) => {
    const opening = indexedDB.open(RECORDING_DATABASE);
    // There is none, and looking does not make it.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const database = opening.result;
      const count = database.transaction(RECORDING_TAKES).objectStore(RECORDING_TAKES).count();
      const end = (keeps: boolean) => {
        database.close();
        resolve(keeps);
      };
      count.onsuccess = () => end(count.result > 0);
      count.onerror = () => end(false);
    };
  });
}
