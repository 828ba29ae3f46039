const PREFIX = 'ieum.document.';

/** Where this device keeps the document of a consult until the server has it (IndexedDB). */
export const documentDatabase = (consultId: string): string => `${PREFIX}${consultId}`;

/** The consult is over. A page that still has something of it for the server is waited for: the deletion is its last. */
export function forgetDocument(consultId: string): void {
  if (hasDatabases()) indexedDB.deleteDatabase(documentDatabase(consultId));
}

/** Removes the documents of all consults but one: those that ended while no page was there to see it. */
export async function forgetDocuments(except?: string): Promise<void> {
  // Firefox knows `databases` since 126; where it refuses to tell, nothing is kept.
  if (!hasDatabases() || !('databases' in indexedDB)) return;
  const kept = await indexedDB.databases().catch(() => []);
  for (const { name } of kept) {
    if (name?.startsWith(PREFIX) && (except === undefined || name !== documentDatabase(except))) {
      indexedDB.deleteDatabase(name);
    }
  }
}

const hasDatabases = (): boolean => typeof indexedDB !== 'undefined';
