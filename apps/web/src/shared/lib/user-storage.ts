import { forgetDocuments } from './document-databases';
import { forgetRecordings, keepsRecordings } from './recording-database';

/**
 * What the page keeps on this device for one user: words being written, the chat of a room, unsaved feedback. Settings of
 * the device (language, colours, sound) are not in this list and stay. Whoever keeps something of a user adds its key here.
 */
const USER_KEYS = [
  'ieum.ask-draft',
  'ieum.script-draft.',
  'ieum.ready-check',
  'ieum.room.',
  'ieum.room-devices',
  'ieum.feedback-draft.',
  'ieum.written-draft.',
  'ieum.practice.',
] as const;
/** What is under these is typed and not at the server yet; it is not there otherwise. */
const UNSAVED_KEYS = ['ieum.script-draft.', 'ieum.feedback-draft.', 'ieum.written-draft.'] as const;
const OWNER_KEY = 'ieum.kept-for';

/** Removes from this device what belongs to a user. */
export function forgetUser(): void {
  for (const storage of storages()) removeUserKeys(storage);
  forgetDatabases();
}

/** Whether something on this device, of this page or of an earlier one, is not at the server yet and would go with the user. */
export async function keepsUnsaved(): Promise<boolean> {
  const isUnsaved = (key: string) => UNSAVED_KEYS.some((prefix) => key.startsWith(prefix));
  return keysOf(localStorage).some(isUnsaved) || keepsRecordings();
}

/** The storages are this user's from now on: what another one left, also in a tab that slept meanwhile, is removed. */
export function keepFor(userId: string): void {
  for (const storage of storages()) {
    const owner = storage.getItem(OWNER_KEY);
    if (owner === userId) continue;
    if (owner !== null) {
      removeUserKeys(storage);
      forgetDatabases();
    }
    storage.setItem(OWNER_KEY, userId);
  }
}

function removeUserKeys(storage: Storage): void {
  for (const key of keysOf(storage)) if (USER_KEYS.some((prefix) => key.startsWith(prefix))) storage.removeItem(key);
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key !== null);

function forgetDatabases(): void {
  void forgetDocuments();
  forgetRecordings();
}

const storages = (): Storage[] => [sessionStorage, localStorage];
