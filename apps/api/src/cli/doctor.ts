import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { SystemClock } from '../common/clock';
import { BadSetting, readConfig } from '../config/config';
import { findSecrets } from '../config/secrets';
import { EmbeddedPostgres } from '../database/embedded-postgres';
import { examine } from '../doctor/examine';
import { machineWith } from '../doctor/machine';
import { writeReport } from '../doctor/write-report';
import { runCommand } from './command';

const USAGE = 'usage: npm run doctor -- [--json] [--lang ko]';

/** Looks at everything that Ieum stands on, whether it runs or not, and says how to mend what is broken. Changes nothing. */
async function doctor(args: readonly string[]): Promise<undefined> {
  const { json, language } = readArguments(args);
  const config = readConfig(process.env);
  const secrets = await findSecrets(config.dataDir);
  const embedded = secrets && (await EmbeddedPostgres.findRunning(config.dataDir, secrets.databasePassword));
  const report = await examine({
    config,
    machine: machineWith(new SystemClock()),
    databaseUrl: config.databaseUrl ?? embedded,
    jwtSecret: config.jwtSecret ?? secrets?.jwtSecret ?? '',
    clusterState: undefined,
    onBroken: (name, place) => process.stderr.write(`The check of ${name} went wrong: ${place}\n`),
  });
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : writeReport(report, language)}\n`);
  process.exitCode = report.state === 'failing' ? 1 : 0;
}

function readArguments(args: readonly string[]): { json: boolean; language: 'en' | 'ko' } {
  try {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' }, lang: { type: 'string' } } });
    const { json = false, lang = 'en' } = values;
    if (lang === 'en' || lang === 'ko') return { json, language: lang };
  } catch (cause) {
    throw new BadSetting(USAGE, { cause });
  }
  throw new BadSetting(USAGE);
}

runCommand(doctor);
