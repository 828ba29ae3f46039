/**
 * The steps to run, from the command line.
 * @param {string[]} args
 * @param {string[]} known
 * @returns {{ ids: string[], everything: boolean } | { mistake: string }}
 */
export function readOptions(args, known) {
  if (args.length === 0) return { ids: known, everything: true };
  const [option, list] = args[0].startsWith('--only=') ? ['--only', args[0].slice('--only='.length)] : args;
  const given = (list ?? '').split(',').filter((id) => id !== '');
  const unknown = given.filter((id) => !known.includes(id));
  if (option !== '--only' || given.length === 0 || unknown.length > 0) {
    return { mistake: `Usage: npm test [-- --only ${known.join(',')}]` };
  }
  return { ids: known.filter((id) => given.includes(id)), everything: false };
}
