import type { User } from '@ieum/api-contract';
import { useSession } from './use-session';

/** The signed-in user; only for what is shown to signed-in users. */
export function useUser(): User {
  const session = useSession();
  if (session.status !== 'signed-in') throw new Error('useUser is for signed-in pages');
  return session.user;
}
