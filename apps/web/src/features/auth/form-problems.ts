import { ApiError } from '../../shared/lib/api-error';
import type { AuthProblem } from './messages';

export type Field = 'ageBand' | 'wants' | 'email' | 'nickname' | 'password';
export type Problems = Partial<Record<Field, AuthProblem>>;

/** What a refusal says about one field; null when it is about no field. */
export function problemsOfRefusal(error: unknown): Problems | null {
  if (!(error instanceof ApiError)) return null;
  switch (error.code) {
    case 'auth/email-taken':
      return { email: 'email/taken' };
    case 'auth/weak-password':
      return { password: 'password/weak' };
    case 'request/invalid':
      return problemsOfPaths(error.issues?.map(({ path }) => path) ?? []);
    default:
      return null;
  }
}

function problemsOfPaths(invalid: readonly string[]): Problems | null {
  const problems: Problems = {
    ...(invalid.includes('email') ? { email: 'email/invalid' as const } : {}),
    ...(invalid.includes('nickname') ? { nickname: 'nickname/invalid' as const } : {}),
    ...(invalid.includes('password') ? { password: 'password/short' as const } : {}),
  };
  return Object.keys(problems).length > 0 ? problems : null;
}
