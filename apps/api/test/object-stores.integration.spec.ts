import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderObjectStore } from '../src/storage/folder-object-store';
import { S3ObjectStore } from '../src/storage/s3-object-store';
import { describeObjectStore, keysOf } from './support/object-store-contract';
import { TestS3 } from './support/s3-server';

describeObjectStore('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ieum-objects-'));
  return {
    // It makes the folder with the first object.
    store: new FolderObjectStore(join(folder, 'objects')),
    everything: async () => (await readdir(folder, { recursive: true })).sort(),
    close: () => rm(folder, { recursive: true }),
  };
});

describeObjectStore('a bucket', async () => {
  const s3 = await TestS3.start();
  // It makes the bucket with the first object.
  const store = new S3ObjectStore(s3.settings());
  return {
    store,
    everything: () => keysOf(store),
    close: () => s3.remove(),
  };
});
