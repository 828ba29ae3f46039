import type { Config } from '../config/config';
import { BadSetting } from '../config/config';
import { type CopiedTable, copyDatabase } from './copy-database';
import { openDatabase } from './data-source';
import { openGround } from './ground';

/**
 * Copies everything from the embedded database of this data folder to another one. The server has to be stopped: what it
 * wrote meanwhile would stay behind.
 * @throws BadSetting when that is not possible; then the other database holds what it held before
 */
export async function moveDatabase(config: Config, toUrl: string): Promise<CopiedTable[]> {
  if (config.databaseUrl) {
    throw new BadSetting('DATABASE_URL is set: this command copies what is in DATA_DIR. Leave DATABASE_URL away.');
  }
  const ground = await openGround(config);
  try {
    // Makes the tables where there are none.
    const target = await openDatabase(toUrl);
    await target.destroy();
    return await copyDatabase(ground.databaseUrl, toUrl);
  } finally {
    await ground.close();
  }
}
