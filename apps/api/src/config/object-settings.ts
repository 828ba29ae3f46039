import { join } from 'node:path';

/** Where objects are kept: in a folder of this machine. */
export interface FolderSettings {
  readonly kind: 'folder';
  readonly folder: string;
}

export type ObjectSettings = FolderSettings;

interface Given {
  readonly DATA_DIR: string;
  readonly OBJECTS_DIR?: string | undefined;
}

export function objectSettings({ DATA_DIR, OBJECTS_DIR }: Given): ObjectSettings {
  return { kind: 'folder', folder: OBJECTS_DIR ?? join(DATA_DIR, 'objects') };
}
