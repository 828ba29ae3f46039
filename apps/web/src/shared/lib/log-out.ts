import { apiRequest } from './api-client';
import { sessionStore } from './session-store';

/** Ends the session at the server, then in every tab. Rejects with an `ApiError` when the server could not be told. */
export async function logOut(): Promise<void> {
  await apiRequest({ method: 'POST', path: '/api/auth/logout' });
  sessionStore.signOut();
}
