import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { Jobs } from '../jobs/jobs';
import { ObjectStore } from '../storage/object-store';
import { DoomedObjectsRepository } from './doomed-objects.repository';
import { folderOf, recordingOf, sliceKey } from './recording-keys';
import { RecordingsRepository } from './recordings.repository';

const LOOK_EVERY_MS = 5_000;
const AT_ONCE = 100;

/** Deletes what has lost its row from the object store, and what was to be done with it, until nothing can come after it. */
@Injectable()
export class DoomedObjects implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DoomedObjects.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly repository: DoomedObjectsRepository,
    private readonly recordings: RecordingsRepository,
    private readonly store: ObjectStore,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    this.lookLater();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** At once, and otherwise soon: whoever deleted it need not wait for a store that is away. */
  async empty(recordingId: string): Promise<void> {
    await this.emptied(folderOf(recordingId));
  }

  /** Two nodes at it do the same twice, which is harmless. */
  async sweep(): Promise<void> {
    await this.store.sweep();
    await this.deleteSpent();
    let folders = await this.repository.after('', AT_ONCE);
    while (folders.length > 0) {
      const empty: string[] = [];
      for (const folder of folders) if (await this.emptied(folder)) empty.push(folder);
      await this.repository.forget(empty);
      folders = await this.repository.after(folders.at(-1) ?? '', AT_ONCE);
    }
  }

  private async deleteSpent(): Promise<void> {
    const slices = await this.recordings.spentSlices(AT_ONCE);
    if (slices.length === 0) return;
    await this.store.delete(slices.map(({ recordingId, index, sha256 }) => sliceKey(recordingId, index, sha256)));
    await this.recordings.forgetSlices(slices);
  }

  /** One that cannot be emptied does not keep the others. */
  private async emptied(folder: string): Promise<boolean> {
    try {
      const keys: string[] = [];
      for await (const key of this.store.list(folder)) keys.push(key);
      if (keys.length > 0) await this.store.delete(keys);
      await this.jobs.erase(recordingOf(folder));
      return true;
    } catch (error) {
      this.logger.warn('Objects that lost their row stay this time.', stackOf(error));
      return false;
    }
  }

  private lookLater(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sweep()
        .catch((error: unknown) => {
          this.logger.warn('What lost its row was not looked for this time.', stackOf(error));
        })
        .finally(() => this.lookLater());
    }, LOOK_EVERY_MS).unref();
  }
}
