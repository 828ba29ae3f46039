import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { Database } from '../database/database';
import { Jobs } from '../jobs/jobs';
import { ObjectStore } from '../storage/object-store';
import { recordingOf } from './recording-keys';

const LOOK_EVERY_MS = 5_000;
/** Longer than a request lives: what one was just writing into the folder is seen by a later look. */
const WRITTEN_WITHIN = '2 minutes';
const AT_ONCE = 100;

/** Deletes what has lost its row from the object store, and what was to be done with it, until nothing can come after it. */
@Injectable()
export class DoomedObjects implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DoomedObjects.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep().catch((error: unknown) => {
        this.logger.warn('Objects stay this time.', stackOf(error));
      });
    }, LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Two nodes at it do the same twice, which is harmless. */
  async sweep(): Promise<void> {
    const rows = await this.database.query<{ folder: string }>(
      `SELECT folder FROM doomed_objects ORDER BY at LIMIT ${AT_ONCE}`,
    );
    for (const { folder } of rows) await this.empty(folder);
    await this.database.execute(
      `DELETE FROM doomed_objects WHERE folder = ANY ($1) AND at < now() - interval '${WRITTEN_WITHIN}'`,
      [rows.map(({ folder }) => folder)],
    );
  }

  private async empty(folder: string): Promise<void> {
    const keys: string[] = [];
    for await (const key of this.store.list(folder)) keys.push(key);
    if (keys.length > 0) await this.store.delete(keys);
    await this.jobs.erase(recordingOf(folder));
  }
}
