import { apiRequest } from '../lib/api-client';
import { sessionStore } from '../lib/session-store';
import { settleWork } from '../lib/unsaved-work';
import { keepsUnsaved } from '../lib/user-storage';

/** Whether logging out loses nothing: what is typed is saved first, as far as that goes. */
export const isAllSaved = async (): Promise<boolean> => (await settleWork()) && !(await keepsUnsaved());

/** Ends the session at the server, then in every tab. Rejects with an `ApiError` when the server could not be told. */
export async function logOut(): Promise<void> {
  await apiRequest({ method: 'POST', path: '/api/auth/logout' });
  sessionStore.signOut();
}
