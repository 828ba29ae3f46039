import { access } from 'node:fs/promises';
import type { DoctorFinding } from '@ieum/api-contract';
import type { ObjectSettings } from '../../config/object-settings';
import { openObjectStore } from '../../storage/open-object-store';
import type { Patience } from '../../storage/s3-client';
import { faultIn } from '../../storage/store-fault';
import { type DoctorCheck, finding, WAIT_WITHIN_MS, when } from '../check';
import type { Subject } from '../subject';

const SLOW_MS = 1000;

/** It keeps something, and takes it away again: both have to end in time. */
const EACH_MS = WAIT_WITHIN_MS / 2;
const PATIENCE: Patience = { connectMs: EACH_MS, requestMs: EACH_MS, tries: 1, inAllMs: EACH_MS, idleMs: EACH_MS };

/** Keeps something small, reads it back and deletes it. */
export class ObjectStoreCheck implements DoctorCheck {
  readonly name = 'object-store';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const { objects, valkeyUrl } = this.subject.config;
    const about = placeOf(objects);
    // Who looks may be another user than the server: a folder that this one made would be closed to it.
    if (objects.kind === 'folder' && !(await isThere(objects.folder))) {
      return [finding(this.name, ['object-store-empty'], {}, about)];
    }
    let tookMs = Infinity;
    try {
      const store = openObjectStore(objects, PATIENCE);
      // The quicker of two: the first loads what the store needs.
      for (let tried = 0; tried < 2; tried += 1) {
        const startedAt = performance.now();
        await store.check();
        tookMs = Math.min(tookMs, performance.now() - startedAt);
      }
    } catch (error) {
      const fault = faultIn(error);
      if (!fault) throw error;
      return [finding(this.name, [`object-store-${fault.kind}`], { code: fault.code }, about)];
    }
    const isApart = valkeyUrl !== undefined && objects.kind === 'folder' && !objects.chosen;
    const reasons = [...when(isApart, 'object-store-apart'), ...when(tookMs > SLOW_MS, 'object-store-slow')];
    return [finding(this.name, reasons, { tookMs }, about)];
  }
}

/** Never the address as it was given, which may carry a password. */
function placeOf(objects: ObjectSettings): string {
  return objects.kind === 's3' ? `${new URL(objects.endpoint).host}/${objects.bucket}` : objects.folder;
}

const isThere = (folder: string): Promise<boolean> =>
  access(folder).then(
    () => true,
    () => false,
  );
