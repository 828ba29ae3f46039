import { parseArgs } from 'node:util';

/** A command line that cannot be followed. */
export class UsageError extends Error {}

/** How long row C3 holds its call. */
const LONG_CALL_MINUTES = 30;

/**
 * What to measure and how to tell it.
 * @param {string[]} args
 * @param {string[]} known the ids of the rows
 * @param {string[]} usual the ids of those that are measured when none is named
 * @throws UsageError
 */
export function readOptions(args, known, usual = known) {
  const values = parse(args);
  // A row may be asked for by the id of any of its results: S1-rate is measured with S1.
  const asked = (values.only ?? usual.join(',')).split(',').map((id) => id.trim().toUpperCase().split('-')[0]);
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new UsageError(`No such row: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  const minutes = Number(values.minutes ?? LONG_CALL_MINUTES);
  if (!(minutes >= 2)) throw new UsageError('A long call takes two minutes or more: --minutes 30.');
  return {
    json: values.json === true,
    only: known.filter((id) => asked.includes(id)),
    profile: values.profile,
    minutes,
  };
}

function parse(args) {
  try {
    const text = { type: 'string' };
    const options = { json: { type: 'boolean' }, only: text, profile: text, minutes: text };
    return parseArgs({ args, options }).values;
  } catch (cause) {
    throw new UsageError(
      `${cause.message} Usage: npm run bench -- [--json] [--only S1,S3] [--profile folder] [--minutes 30]`,
      {
        cause,
      },
    );
  }
}
