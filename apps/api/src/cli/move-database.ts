import 'reflect-metadata';
import { BadSetting, readConfig } from '../config/config';
import { moveDatabase } from '../database/move-database';
import { runCommand } from './command';

const USAGE = 'usage: MOVE_TO=postgres://USER:PASSWORD@HOST:PORT/NAME npm run move-database';

/** From the embedded database to one of its own, while the server is stopped. */
runCommand(async (args) => {
  // Not an argument: everybody on the machine could read the password there.
  const to = process.env['MOVE_TO'];
  if (args.length > 0 || !to || !/^postgres(ql)?:\/\//u.test(to)) throw new BadSetting(USAGE);
  const copied = await moveDatabase(readConfig(process.env), to);
  const lines = copied.map(({ name, rows }) => `  ${name.padEnd(20)} ${rows.padStart(9)}`);
  return [
    'Copied, and compared row by row:',
    ...lines,
    'Next: set DATABASE_URL to the new address and start. The old data stays in DATA_DIR/postgres until you remove it.',
  ].join('\n');
});
