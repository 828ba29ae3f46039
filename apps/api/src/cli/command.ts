import { BadSetting, readConfig } from '../config/config';
import { loadSecrets } from '../config/secrets';
import { openDatabase } from '../database/data-source';
import { EmbeddedPostgres } from '../database/embedded-postgres';

/** Does what an operator's command is for; what cannot be done is said in one line. */
export function runCommand(command: (args: readonly string[]) => Promise<string | undefined>): void {
  command(process.argv.slice(2)).then(
    (done) => {
      if (done !== undefined) process.stdout.write(`${done}\n`);
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof BadSetting ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

/** The argument that is an e-mail. @throws BadSetting with the usage when there is none */
export function emailIn(args: readonly string[], usage: string): string {
  const email = args.find((each) => !each.startsWith('--'));
  if (!email) throw new BadSetting(usage);
  return email;
}

/** The database of the installation that these settings are of, which may well be running. */
export async function withDatabase<T>(
  work: (dataSource: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  const { databasePassword } = await loadSecrets(config.dataDir);
  const url = config.databaseUrl ?? (await EmbeddedPostgres.findRunning(config.dataDir, databasePassword));
  if (!url) throw new BadSetting('Ieum does not run on this DATA_DIR: start it first.');
  const dataSource = await openDatabase(url);
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
