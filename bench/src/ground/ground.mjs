import { onStage } from '../processes/stage.mjs';
import { startDatabase } from './database.mjs';
import { startBaseline, startProduct } from './product.mjs';
import { tokenMaker } from './tokens.mjs';

const JWT_SECRET = 'a secret of the benchmarks, which never leaves them';

/** What rows with a server stand on: a database that the product has migrated, and the way to make tokens for it. */
export async function prepareGround(stage, { profileFolder } = {}) {
  const database = await startDatabase(stage);
  const settings = { databaseUrl: database.url, jwtSecret: JWT_SECRET };
  await onStage((first) => startProduct(first, settings));
  return {
    database,
    jwtSecret: JWT_SECRET,
    tokenFor: tokenMaker(JWT_SECRET),
    startProduct: (on, more) => startProduct(on, { ...settings, profileFolder, ...more }),
    startBaseline: (on, script, env) => startBaseline(on, script, { env, profileFolder }),
  };
}
