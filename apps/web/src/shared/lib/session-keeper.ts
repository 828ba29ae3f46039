import type { Session, User } from '@ieum/api-contract';
import { ApiError } from './api-error';
import type { ApiErrorCode } from './api-error';
import type { SessionPorts, SessionState, TabMessage } from './session-state';

/** How long before its end a token is renewed. */
const RENEW_BEFORE_MS = 60_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/**
 * The tab's session: the access token in memory, renewed before it ends by the refresh cookie. One renewal at a time;
 * a server that cannot be reached never signs anybody out, only its refusal does.
 */
export class SessionKeeper {
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { status: 'unknown' };
  #renewal: Promise<boolean> | null = null;
  /** Goes up when somebody signs in or out, so that an answer from before changes nothing. */
  #epoch = 0;
  #cancelTimer: () => void = () => undefined;
  #failures = 0;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  readonly getSnapshot = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Restores the session of a browser that was signed in; a first visit asks nothing. */
  start(): void {
    if (this.#ports.wasSignedIn()) void this.restore();
  }

  /** Finds out who is signed in, by the refresh cookie. */
  async restore(): Promise<void> {
    await this.refresh();
  }

  /** Gets a fresh token. Resolves with whether there is one; callers at the same time share one request. */
  refresh(): Promise<boolean> {
    if (this.#renewal) return this.#renewal;
    const renewal = this.#renew(this.#epoch).finally(() => {
      if (this.#renewal === renewal) this.#renewal = null;
    });
    this.#renewal = renewal;
    return renewal;
  }

  /** Whether the token ends so soon that it should be renewed before it is used. */
  isExpiring(): boolean {
    return this.#state.status === 'signed-in' && this.#state.expiresAt - this.#ports.now() < RENEW_BEFORE_MS / 2;
  }

  /** Somebody logged in or signed up in this tab. */
  signIn(session: Session): void {
    this.#epoch += 1;
    this.#accept(session);
    this.#ports.tellTabs({ type: 'signed-in', userId: session.user.id });
  }

  /** The user logged out. Other tabs follow. */
  signOut(): void {
    this.#end({ byUser: true });
    this.#ports.tellTabs({ type: 'signed-out' });
  }

  updateUser(user: User): void {
    if (this.#state.status === 'signed-in') this.#set({ ...this.#state, user });
  }

  /** Another tab signed in or out. */
  hear(message: TabMessage): void {
    if (message.type === 'signed-out') {
      if (this.#state.status !== 'signed-out') this.#end({ byUser: true });
      return;
    }
    if (this.#state.status === 'signed-in' && this.#state.user.id === message.userId) return;
    this.#epoch += 1;
    this.#renewal = null;
    void this.restore();
  }

  async #renew(epoch: number): Promise<boolean> {
    this.#cancelTimer();
    try {
      const session = await this.#ports.requestSession();
      if (epoch === this.#epoch) this.#accept(session);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (epoch === this.#epoch) this.#refused(error);
      return false;
    }
    return this.#state.status === 'signed-in';
  }

  #refused(error: ApiError): void {
    if (error.status === 401 || error.status === 403) {
      const wasIn = this.#state.status === 'signed-in' || this.#ports.wasSignedIn();
      this.#end(wasIn ? { reason: error.code === 'auth/unauthenticated' ? 'auth/token-expired' : error.code } : {});
      return;
    }
    const delay = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** this.#failures++);
    this.#schedule(Math.max(delay, error.retryAfterMs ?? 0));
    if (this.#state.status !== 'signed-in') this.#set({ status: 'unknown', error });
  }

  #accept({ accessToken, expiresInSeconds, user }: Session): void {
    const lifetime = expiresInSeconds * 1000;
    this.#failures = 0;
    this.#ports.rememberSignedIn(true);
    this.#ports.keepFor(user.id);
    this.#schedule(Math.max(lifetime - RENEW_BEFORE_MS, lifetime / 2));
    this.#set({ status: 'signed-in', user, accessToken, expiresAt: this.#ports.now() + lifetime });
  }

  #end(why: { readonly byUser?: true; readonly reason?: ApiErrorCode }): void {
    this.#epoch += 1;
    this.#cancelTimer();
    this.#ports.rememberSignedIn(false);
    this.#ports.forgetUser();
    this.#set({ status: 'signed-out', ...why });
  }

  #schedule(ms: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#ports.setTimer(() => void this.refresh(), ms);
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
