import type { Session, User } from '@ieum/api-contract';
import type { ApiError, ApiErrorCode } from './api-error';

export type SessionState =
  /** Not asked yet, or the server could not be reached. */
  | { readonly status: 'unknown'; readonly error?: ApiError }
  /** Either the user wished it, or the server had a `reason`, or nobody was signed in. */
  | { readonly status: 'signed-out'; readonly byUser?: true; readonly reason?: ApiErrorCode }
  | {
      readonly status: 'signed-in';
      readonly user: User;
      readonly accessToken: string;
      /** On the monotonic clock of `SessionPorts.now`, so that a wrong or changed wall clock does not matter. */
      readonly expiresAt: number;
    };

/** What tabs tell each other; tokens never leave the tab. */
export type TabMessage = { readonly type: 'signed-in'; readonly userId: string } | { readonly type: 'signed-out' };

/** The outside world as the session store needs it. */
export interface SessionPorts {
  /** Trades the refresh cookie for a session; rejects with an `ApiError`. */
  requestSession(): Promise<Session>;
  /** Monotonic milliseconds. */
  now(): number;
  setTimer(run: () => void, ms: number): () => void;
  tellTabs(message: TabMessage): void;
  /** Whether this browser was signed in when it was last used. */
  wasSignedIn(): boolean;
  rememberSignedIn(signedIn: boolean): void;
  /** What is kept on this device is this user's: what another one left is removed. */
  keepFor(userId: string): void;
  /** Nobody is signed in: what was kept for a user is removed. */
  forgetUser(): void;
}
