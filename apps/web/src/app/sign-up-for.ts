import type { Wants } from '@ieum/api-contract';
import { paths } from './paths';

/** The sign-up with the answer to "what for" filled in. */
export function signUpFor(wants: Exclude<Wants, 'both'>): string {
  const next = wants === 'get-help' ? paths.ask : paths.live;
  return `${paths.signUp}?for=${wants}&next=${encodeURIComponent(next)}`;
}
