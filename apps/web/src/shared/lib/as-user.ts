import { ApiError } from './api-error';
import { sessionStore } from './session-store';

/** Asks as this user: should another one have signed in meanwhile, nothing is sent in their name. */
export async function asUser<Answer>(userId: string, ask: () => Promise<Answer>): Promise<Answer> {
  const session = sessionStore.getSnapshot();
  if (session.status === 'signed-out' || (session.status === 'signed-in' && session.user.id !== userId)) {
    throw new ApiError({ code: 'auth/unauthenticated', status: 401 });
  }
  return ask();
}
