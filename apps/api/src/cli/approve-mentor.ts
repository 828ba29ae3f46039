import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BadSetting, readConfig } from '../config/config';
import { loadSecrets } from '../config/secrets';
import { openDatabase } from '../database/data-source';
import { DatabaseModule } from '../database/database.module';
import { EmbeddedPostgres } from '../database/embedded-postgres';
import { MentorsModule } from '../mentors/mentors.module';
import { MentorsService } from '../mentors/mentors.service';

@Module({ imports: [MentorsModule] })
class ApprovalModule {}

const USAGE = 'usage: npm run approve-mentor -- E-MAIL [--revoke]';

/** Approves a mentor for counselling and for minors, or takes that back, while the server runs. */
async function approveMentor(args: readonly string[]): Promise<string> {
  const email = args.find((each) => !each.startsWith('--'));
  if (!email) throw new BadSetting(USAGE);
  const approved = !args.includes('--revoke');
  const config = readConfig(process.env);
  const { databasePassword } = await loadSecrets(config.dataDir);
  const url = config.databaseUrl ?? (await EmbeddedPostgres.findRunning(config.dataDir, databasePassword));
  if (!url) throw new BadSetting('Ieum does not run on this DATA_DIR: start it first.');
  const dataSource = await openDatabase(url);
  try {
    const context = await NestFactory.createApplicationContext(
      { module: ApprovalModule, imports: [DatabaseModule.with(dataSource)] },
      { logger: false },
    );
    const found = await context
      .get(MentorsService)
      .setApproved(email, approved)
      .finally(() => context.close());
    if (!found) throw new BadSetting(`Nobody with the e-mail ${email} has a mentor profile.`);
  } finally {
    await dataSource.destroy();
  }
  return `${email} is ${approved ? 'approved' : 'not approved any more'}.`;
}

approveMentor(process.argv.slice(2)).then(
  (done) => process.stdout.write(`${done}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof BadSetting ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
