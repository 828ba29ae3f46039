import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../common/error-code';
import { BadSetting } from './config';

const Secrets = z.object({
  jwtSecret: z.string().min(32),
  databasePassword: z.string().min(16),
  demoPassword: z.string().min(8),
});
export type Secrets = z.infer<typeof Secrets>;

/**
 * The installation's own secrets: made at the first start, kept in `DATA_DIR/secrets.json`, readable by its owner only.
 * @throws BadSetting when the folder cannot be written or the file was damaged
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const kept = await readKept(file);
  if (kept) return kept;
  const made: Secrets = {
    jwtSecret: randomBytes(48).toString('base64url'),
    databasePassword: randomBytes(24).toString('base64url'),
    demoPassword: `ieum-${randomBytes(6).toString('base64url')}`,
  };
  try {
    await mkdir(dataDir, { recursive: true });
    // Written aside and moved, so that a crash never leaves half a file.
    await writeFile(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
    await chmod(`${file}.new`, 0o600);
    await rename(`${file}.new`, file);
  } catch (cause) {
    throw new BadSetting(`The folder ${dataDir} cannot be written to: set DATA_DIR to one that can.`, { cause });
  }
  return made;
}

/**
 * The same without making any: for who only looks.
 * @throws BadSetting when the file was damaged
 */
export function findSecrets(dataDir: string): Promise<Secrets | undefined> {
  return readKept(join(dataDir, 'secrets.json'));
}

async function readKept(file: string): Promise<Secrets | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new BadSetting(`The file ${file} cannot be read: let this user read it.`, { cause: error });
  }
  try {
    return Secrets.parse(JSON.parse(text));
  } catch (cause) {
    throw new BadSetting(`The file ${file} is damaged: restore it from a backup.`, { cause });
  }
}
