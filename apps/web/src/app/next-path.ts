import { CurrentConsults } from '@ieum/api-contract';
import type { User } from '@ieum/api-contract';
import { apiRequest } from '../shared/lib/api-client';
import { ApiError } from '../shared/lib/api-error';
import { homeOf } from './home-of';
import { placeOf } from './place-of';
import { safeNext } from './safe-next';

/** Where somebody goes after signing in: what they asked for, back to an open consult, or their role's first page. */
export async function nextPath(user: User, wished: string | null): Promise<string> {
  const next = safeNext(wished);
  if (next !== null && !next.startsWith('/ask') && !next.startsWith('/live')) return next;
  try {
    const current = await apiRequest({ method: 'GET', path: '/api/consults/current', response: CurrentConsults });
    const open = current.asMentor ?? current.asStudent;
    if (open) return placeOf(open);
  } catch (error) {
    // They are signed in; the page they come to tells what does not work.
    if (!(error instanceof ApiError)) throw error;
  }
  return next ?? homeOf(user.roles);
}
