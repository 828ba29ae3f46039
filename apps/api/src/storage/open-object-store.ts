import type { ObjectSettings } from '../config/object-settings';
import { FolderObjectStore } from './folder-object-store';
import type { ObjectStore } from './object-store';

/** For commands, which have no modules; the application has it injected. */
export const openObjectStore = (settings: ObjectSettings): ObjectStore => new FolderObjectStore(settings.folder);
