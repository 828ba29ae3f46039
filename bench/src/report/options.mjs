import { parseArgs } from 'node:util';

/** A command line that cannot be followed. */
export class UsageError extends Error {}

/**
 * What to measure and how to tell it.
 * @param {string[]} args
 * @param {string[]} known the ids of the rows
 * @throws UsageError
 */
export function readOptions(args, known) {
  const values = parse(args);
  // A row may be asked for by the id of any of its results: S1-rate is measured with S1.
  const asked = (values.only ?? known.join(',')).split(',').map((id) => id.trim().toUpperCase().split('-')[0]);
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new UsageError(`No such row: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return { json: values.json === true, only: known.filter((id) => asked.includes(id)), profile: values.profile };
}

function parse(args) {
  try {
    const options = { json: { type: 'boolean' }, only: { type: 'string' }, profile: { type: 'string' } };
    return parseArgs({ args, options }).values;
  } catch (cause) {
    throw new UsageError(`${cause.message} Usage: npm run bench -- [--json] [--only S1,S3] [--profile folder]`, {
      cause,
    });
  }
}
