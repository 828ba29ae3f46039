import 'reflect-metadata';
import { once } from 'node:events';
import { BadSetting } from '../config/config';
import { Database } from '../database/database';
import { exportUser } from '../personal-data/by-operator';
import { emailIn, runCommand, withDatabase } from './command';

const USAGE = 'usage: npm run --silent export-user -- E-MAIL > FILE';

/** Everything that is kept about somebody, as JSON on the standard output, while the server runs. */
runCommand(async (args) => {
  const email = emailIn(args, USAGE);
  const found = await withDatabase((dataSource) =>
    exportUser(new Database(dataSource), email, async (piece) => {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }),
  );
  if (!found) throw new BadSetting(`Nobody has the e-mail ${email}.`);
  return undefined;
});
