import { useSyncExternalStore } from 'react';
import { sessionStore } from '../lib/session-store';
import type { SessionState } from '../lib/session-state';

export function useSession(): SessionState {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.getSnapshot);
}
