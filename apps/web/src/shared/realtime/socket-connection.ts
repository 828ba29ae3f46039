import { ackOf, ERROR_CODES, ProtocolError, PROTOCOL_VERSION, PUSHES, REQUESTS } from '@ieum/signaling-protocol';
import type { PushName, PushOf, RequestName, RequestOf, ResponseOf } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { ApiError } from '../lib/api-error';
import type { ApiErrorCode } from '../lib/api-error';
import type { SessionKeeper } from '../lib/session-keeper';
import type { ClientSocket, ConnectionPorts, ConnectionStatus } from './connection-status';
import { PushListeners } from './push-listeners';
import { reconnectDelay } from './reconnect-delay';

const REQUEST_TIMEOUT_MS = 10_000;
/** An answer that takes longer lets the page say that the connection is in trouble. */
const SLOW_ANSWER_MS = 1_800;
const Answer = ackOf(z.unknown());
/** Trying again would only take the place of another tab, or fail the same way. */
const FINAL: readonly ApiErrorCode[] = ['protocol/unsupported-version', 'auth/too-many-sockets'];
const NEEDS_TOKEN: readonly ApiErrorCode[] = ERROR_CODES.filter((code) => code.startsWith('auth/'));

type Session = Pick<SessionKeeper, 'getSnapshot' | 'subscribe' | 'refresh' | 'isExpiring'>;

/** The tab's one connection to the server: requests with answers, pushes, and coming back for ever. */
export class SocketConnection {
  readonly #session: Session;
  readonly #ports: ConnectionPorts;
  readonly #socket: ClientSocket;
  readonly #pushes: PushListeners;
  readonly #onConnect = new Set<() => void>();
  readonly #onDisconnect = new Set<() => void>();
  readonly #onStatus = new Set<() => void>();
  #status: ConnectionStatus = { state: 'connecting' };
  #open = false;
  #attempt = 0;
  #token: string | null = null;
  #ended: ApiErrorCode | null = null;
  #cancelTimer: () => void = () => undefined;
  #stopSession: () => void = () => undefined;

  constructor(session: Session, ports: ConnectionPorts) {
    this.#session = session;
    this.#ports = ports;
    this.#pushes = new PushListeners((error) => ports.reportError(error));
    this.#socket = ports.createSocket(() => ({ token: this.#currentToken() ?? '', protocol: PROTOCOL_VERSION }));
    this.#socket.on('connect', () => this.#connected());
    this.#socket.on('disconnect', () => this.#lost());
    this.#socket.on('connect_error', (error: Error & { data?: unknown }) => this.#notConnected(error));
    for (const name of Object.keys(PUSHES) as PushName[]) {
      this.#socket.on(name, (payload: unknown) => {
        if (this.#socket.connected) this.#setStatus({ state: 'connected' });
        this.#pushes.receive(name, payload);
      });
    }
    this.#pushes.add('session:ended', ({ code }) => (this.#ended = code));
  }

  open(): void {
    if (this.#open) return;
    this.#open = true;
    this.#attempt = 0;
    this.#stopSession = this.#session.subscribe(() => this.#renew());
    void this.#connect(false);
  }

  close(): void {
    this.#open = false;
    this.#cancelTimer();
    this.#stopSession();
    this.#socket.disconnect();
    this.#setStatus({ state: 'connecting' });
  }

  /** Rejects with an `ApiError`; without a connection at once, with `network/offline`. */
  request<Name extends RequestName>(
    name: Name,
    payload: RequestOf<Name>,
    { timeoutMs = REQUEST_TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
  ): Promise<ResponseOf<Name>> {
    return new Promise((resolve, reject) => {
      if (!this.#socket.connected) return reject(new ApiError({ code: 'network/offline' }));
      const cancelSlow = this.#ports.setTimer(() => {
        if (this.#socket.connected) this.#setStatus({ state: 'reconnecting' });
      }, SLOW_ANSWER_MS);
      this.#socket.timeout(timeoutMs).emit(name, payload, (cause, raw) => {
        cancelSlow();
        if (cause) {
          reject(new ApiError({ code: 'network/offline', cause }));
          // Nothing comes back on a connection that looks open: a new one will tell.
          if (this.#socket.connected && this.#open) this.restart();
          return;
        }
        if (this.#socket.connected) this.#setStatus({ state: 'connected' });
        const answer = Answer.safeParse(raw);
        if (!answer.success) return reject(new ApiError({ code: 'network/bad-answer', cause: answer.error }));
        if (!answer.data.ok) return reject(new ApiError(answer.data.error));
        const data = REQUESTS[name].response.safeParse(answer.data.data);
        if (!data.success) return reject(new ApiError({ code: 'network/bad-answer', cause: data.error }));
        resolve(data.data as ResponseOf<Name>);
      });
    });
  }

  /** Calls `listener` with every such push, until the returned function is called. */
  on<Name extends PushName>(name: Name, listener: (payload: PushOf<Name>) => void): () => void {
    return this.#pushes.add(name, listener);
  }

  /** Calls `listener` each time the connection is there (again); not for the one that is there now. */
  onConnect(listener: () => void): () => void {
    this.#onConnect.add(listener);
    return () => this.#onConnect.delete(listener);
  }

  onDisconnect(listener: () => void): () => void {
    this.#onDisconnect.add(listener);
    return () => this.#onDisconnect.delete(listener);
  }

  isConnected(): boolean {
    return this.#socket.connected;
  }

  readonly getStatus = (): ConnectionStatus => this.#status;

  readonly subscribeStatus = (listener: () => void): (() => void) => {
    this.#onStatus.add(listener);
    return () => this.#onStatus.delete(listener);
  };

  /** The device says that the network is gone: do not wait for the socket to notice. */
  networkLost(): void {
    if (!this.#open || this.#status.state === 'refused') return;
    this.#setStatus({ state: 'reconnecting' });
    this.#socket.disconnect();
  }

  /** The network is back, or the device woke up: try at once, or ask whether the old connection still answers. */
  networkBack(): void {
    if (!this.#open || this.#status.state === 'refused') return;
    if (this.#socket.connected) this.#hand(this.#currentToken());
    else this.restart();
  }

  /** Connects anew, now. */
  restart(): void {
    if (!this.#open) return;
    this.#attempt = 0;
    this.#ended = null;
    this.#setStatus({ state: 'reconnecting' });
    this.#socket.disconnect();
    this.#cancelTimer();
    void this.#connect(false);
  }

  #currentToken(): string | null {
    const state = this.#session.getSnapshot();
    return state.status === 'signed-in' ? state.accessToken : null;
  }

  async #connect(freshToken: boolean): Promise<void> {
    if (freshToken || this.#session.isExpiring()) await this.#session.refresh();
    if (!this.#open || this.#socket.connected) return;
    this.#token = this.#currentToken();
    if (this.#token !== null) this.#socket.connect();
  }

  #connected(): void {
    this.#attempt = 0;
    this.#ended = null;
    this.#setStatus({ state: 'connected' });
    for (const listener of [...this.#onConnect]) listener();
  }

  #lost(): void {
    for (const listener of [...this.#onDisconnect]) listener();
    this.#again(this.#ended);
  }

  #notConnected(error: Error & { data?: unknown }): void {
    const refusal = ProtocolError.safeParse(error.data);
    this.#again(refusal.success ? refusal.data.code : null);
  }

  #again(code: ApiErrorCode | null): void {
    if (!this.#open) return;
    this.#cancelTimer();
    if (code !== null && FINAL.includes(code)) return this.#setStatus({ state: 'refused', code });
    this.#ended = null;
    this.#setStatus({ state: 'reconnecting' });
    const delay = reconnectDelay(this.#attempt++, this.#ports.random());
    const freshToken = code !== null && NEEDS_TOKEN.includes(code);
    this.#cancelTimer = this.#ports.setTimer(() => void this.#connect(freshToken), delay);
  }

  /** The session changed: an open connection gets the new token, a waiting one takes it by itself. */
  #renew(): void {
    const token = this.#currentToken();
    if (token === null || token === this.#token || !this.#socket.connected) return;
    this.#token = token;
    this.#hand(token);
  }

  #hand(token: string | null): void {
    if (token === null) return;
    this.request('session:renew', { token }).catch((error: unknown) => {
      if (!(error instanceof ApiError)) this.#ports.reportError(error);
      // The server does not take it: connecting anew sorts out who is signed in.
      else if (this.#socket.connected && !error.isPassing) this.#socket.disconnect();
    });
  }

  #setStatus(status: ConnectionStatus): void {
    const known = this.#status;
    if (known.state === status.state && known.state !== 'refused') return;
    this.#status = status;
    for (const listener of [...this.#onStatus]) listener();
  }
}
