import type { Session } from '@ieum/api-contract';
import { ApiError } from './api-error';
import { SessionKeeper } from './session-keeper';
import type { TabMessage } from './session-state';
import { forgetUser, keepFor } from './user-storage';

const SIGNED_IN_KEY = 'ieum.signed-in';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('ieum.session');

/** With its first retry well within the ten seconds in which the server still takes the old token. */
const ANSWER_WITHIN_MS = 4_000;

/** The contract's schemas come beside the answer they read: the first screen does without them. */
const askForSession = () =>
  Promise.all([
    fetch('/api/auth/refresh', { method: 'POST', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
    import('./session-answer'),
  ]);

async function requestSession(): Promise<Session> {
  const [response, { readSession }] = await askForSession().catch((cause: unknown) => {
    throw new ApiError({ code: 'network/offline', cause });
  });
  return readSession(response);
}

/** Who is signed in, in this tab. */
export const sessionStore = new SessionKeeper({
  requestSession,
  now: () => performance.now(),
  setTimer: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  tellTabs: (message) => channel?.postMessage(message),
  wasSignedIn: () => localStorage.getItem(SIGNED_IN_KEY) !== null,
  rememberSignedIn: (signedIn) =>
    signedIn ? localStorage.setItem(SIGNED_IN_KEY, 'true') : localStorage.removeItem(SIGNED_IN_KEY),
  keepFor,
  forgetUser,
});

/** Restores the session and follows the other tabs, the network and the device's sleep. Called once. */
export function startSession(): void {
  channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => sessionStore.hear(event.data));
  const wake = () => {
    const state = sessionStore.getSnapshot();
    if (state.status === 'unknown' ? state.error !== undefined : sessionStore.isExpiring()) void sessionStore.refresh();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
  sessionStore.start();
}
