/** Where this device keeps spoken answers until the server has them (IndexedDB). */
export const RECORDING_DATABASE = 'ieum.recordings';

/** Removes all of them. A page that still has the database open closes it; the deletion is done then. */
export function forgetRecordings(): void {
  if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(RECORDING_DATABASE);
}
