import type { INestApplicationContext, Type } from '@nestjs/common';
import { BadSetting } from '../config/config';
import { emailIn, runCommand } from './command';
import { onDatabase } from './on-database';

/** Something that the operator gives one person, and takes back with `--revoke`. */
interface Gift {
  /** The command as `npm run` knows it. */
  readonly name: string;
  readonly module: Type;
  /** Returns whether this e-mail is anybody's who can have it. */
  readonly set: (context: INestApplicationContext, email: string, given: boolean) => Promise<boolean>;
  readonly nobody: (email: string) => string;
  readonly done: (email: string, given: boolean) => string;
}

/** Runs the command of this process to its end. */
export function giveByEmail(gift: Gift): void {
  runCommand((args) => give(gift, args));
}

async function give({ name, module, set, nobody, done }: Gift, args: readonly string[]): Promise<string> {
  const usage = `usage: npm run ${name} -- E-MAIL [--revoke]`;
  const email = emailIn(args, usage);
  if (args.some((each) => each.startsWith('--') && each !== '--revoke')) throw new BadSetting(usage);
  const given = !args.includes('--revoke');
  if (!(await onDatabase(module, (context) => set(context, email, given)))) throw new BadSetting(nobody(email));
  return done(email, given);
}
