export type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong';

const MIN_LENGTH = 8;
const SEQUENCES = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const FAMILIAR = /pass(?:word)?|qwer|asdf|1234|0000|1111|iloveyou|admin|welcome|korea|ieum/giu;

/** How hard a password is to guess, roughly: a hint while typing; the server alone decides. */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < MIN_LENGTH) return 'short';
  const rest = withoutRuns(password.replace(FAMILIAR, ''));
  const distinct = new Set(rest).size;
  const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(rest)).length;
  const score = rest.length + distinct / 2 + (kinds - 1) * 2;
  if (distinct < 5 || score < 10) return 'weak';
  return score < 20 ? 'fair' : 'strong';
}

/** Repeated and neighbouring characters ("aaaa", "4567") count once. */
function withoutRuns(text: string): string {
  return Array.from(text)
    .filter((character, index, all) => {
      const before = all[index - 1]?.toLowerCase();
      const pair = `${before ?? ''}${character.toLowerCase()}`;
      return before === undefined || (pair[0] !== pair[1] && !SEQUENCES.some((sequence) => sequence.includes(pair)));
    })
    .join('');
}
