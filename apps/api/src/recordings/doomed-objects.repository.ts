import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** Longer than a request lives: what one was just writing into the folder is seen by a later look. */
const WRITTEN_WITHIN = '2 minutes';

/** Folders of recordings and of other sounds whose rows are gone; of some from a later time on. */
@Injectable()
export class DoomedObjectsRepository {
  constructor(private readonly database: Database) {}

  /** The next ones by name, after this one. */
  async after(folder: string, most: number): Promise<string[]> {
    const rows = await this.database.query<{ folder: string }>(
      'SELECT folder FROM doomed_objects WHERE folder > $1 AND at <= now() ORDER BY folder LIMIT $2',
      [folder, most],
    );
    return rows.map((row) => row.folder);
  }

  /** These are empty. One that something may still come into is looked at again. */
  async forget(folders: readonly string[]): Promise<void> {
    await this.database.execute(
      `DELETE FROM doomed_objects WHERE folder = ANY ($1) AND at < now() - interval '${WRITTEN_WITHIN}'`,
      [folders],
    );
  }
}
