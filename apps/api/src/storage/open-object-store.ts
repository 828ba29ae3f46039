import type { ObjectSettings } from '../config/object-settings';
import { FolderObjectStore } from './folder-object-store';
import type { ObjectStore } from './object-store';
import type { Patience } from './s3-client';
import { S3ObjectStore } from './s3-object-store';

/** For commands, which have no modules; the application has it injected. */
export const openObjectStore = (settings: ObjectSettings, patience?: Patience): ObjectStore =>
  settings.kind === 's3' ? new S3ObjectStore(settings, patience) : new FolderObjectStore(settings.folder);
