import { forgetDocument } from '../../../shared/lib/document-databases';
import type { TabStore } from '../document/tab-device';
import type { ToolStore } from '../tools/tool';

const keyOf = (consultId: string, toolId: string) => `ieum.room.${consultId}.${toolId}`;

/** Where a tool keeps its state for this tab: there after a reload, gone with the tab. */
export function toolStore(consultId: string, toolId: string): ToolStore {
  const key = keyOf(consultId, toolId);
  return { read: () => sessionStorage.getItem(key), write: (value) => sessionStorage.setItem(key, value) };
}

/** Where this tab keeps the document of a room of which nothing is kept elsewhere. */
export function documentStore(consultId: string): TabStore {
  const key = keyOf(consultId, 'document');
  return { ...toolStore(consultId, 'document'), remove: () => sessionStorage.removeItem(key) };
}

/** Whether this tab opened the room's document. */
export const documentOpened = (consultId: string): Flag => flag(keyOf(consultId, 'document-opened'));

/** Whether this tab's user agreed to a call that shows both sides' addresses. */
export const directConsent = (consultId: string): Flag => flag(keyOf(consultId, 'direct'));

/** Whether this tab's user shows their screen in the room. */
export const screenSharing = (consultId: string): Flag => flag(keyOf(consultId, 'sharing'));

/** The consult is over: nothing of its room stays on this device. */
export function forgetRoom(consultId: string): void {
  const prefix = keyOf(consultId, '');
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  forgetDocument(consultId);
}

/** Something that is so or not, for as long as this tab lives. */
interface Flag {
  read(): boolean;
  write(on: boolean): void;
}

function flag(key: string): Flag {
  return {
    read: () => sessionStorage.getItem(key) === 'yes',
    write: (on) => (on ? sessionStorage.setItem(key, 'yes') : sessionStorage.removeItem(key)),
  };
}
