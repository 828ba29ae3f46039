import 'reflect-metadata';
import { BadSetting } from '../config/config';
import { Database } from '../database/database';
import { eraseUser } from '../personal-data/by-operator';
import { emailIn, runCommand, withDatabase } from './command';

const USAGE = 'usage: npm run erase-user -- E-MAIL';

/** Erases an account and everything of it, while the server runs: whoever is in a room with it is told. */
runCommand(async (args) => {
  const email = emailIn(args, USAGE);
  const found = await withDatabase((dataSource) => eraseUser(new Database(dataSource), email));
  if (!found) throw new BadSetting(`Nobody has the e-mail ${email}.`);
  return `The account of ${email} is erased. Backups still have it until they are deleted.`;
});
