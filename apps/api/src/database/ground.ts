import type { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { loadSecrets, type Secrets } from '../config/secrets';
import { lockDataFolder } from './data-folder-lock';
import { openDatabase } from './data-source';
import { EmbeddedPostgres } from './embedded-postgres';

export interface OpenGround {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly jwtSecret: string;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** Secrets, data folder and database, in that order; what was opened is closed when a later one fails. */
export async function openGround(config: Config): Promise<OpenGround> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    closers.push(await lockDataFolder(config.dataDir));
    const secrets = await loadSecrets(config.dataDir);
    let url = config.databaseUrl;
    if (!url) {
      const embedded = await EmbeddedPostgres.start({ dataDir: config.dataDir, password: secrets.databasePassword });
      closers.push(() => embedded.stop());
      url = embedded.url;
    }
    const dataSource = await openDatabase(url);
    closers.push(() => dataSource.destroy());
    const jwtSecret = config.jwtSecret ?? secrets.jwtSecret;
    return { config, secrets, jwtSecret, dataSource, databaseUrl: url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
