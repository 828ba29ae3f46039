import type { ListCard, PushName, PushOf, RequestName, RequestOf, ResponseOf } from '@ieum/signaling-protocol';
import { ApiError } from '../../shared/lib/api-error';
import { SnapshotSource } from '../../shared/lib/snapshot-source';
import { emptyLiveList, liveListReducer } from './live-list-state';
import type { LiveListAction, LiveListState } from './live-list-state';

/** What following the list needs of the connection to the server. */
export interface ListConnection {
  request<Name extends RequestName>(name: Name, payload: RequestOf<Name>): Promise<ResponseOf<Name>>;
  on<Name extends PushName>(name: Name, listener: (payload: PushOf<Name>) => void): () => void;
  onConnect(listener: () => void): () => void;
}

export interface LiveListView {
  readonly list: LiveListState;
  /** Why the list could not be had; not set for a lost connection, which comes back by itself. */
  readonly error: ApiError | null;
}

export interface LiveListFollowerOptions {
  readonly connection: ListConnection;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onServerTime: (timestamp: string) => void;
  readonly onError: (error: unknown) => void;
}

const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/** Follows the live list: subscribes, applies pushes, subscribes again after a gap or a lost connection. */
export class LiveListFollower extends SnapshotSource<LiveListView> {
  readonly #options: LiveListFollowerOptions;
  readonly #arrivals = new Set<(cards: readonly ListCard[]) => void>();
  #stops: (() => void)[] = [];
  #cancelRetry: () => void = () => undefined;
  #failures = 0;
  /** Which subscription is meant: the answer to an earlier one is not. */
  #attempt = 0;

  constructor(options: LiveListFollowerOptions) {
    super({ list: emptyLiveList, error: null });
    this.#options = options;
  }

  /** Calls `listener` with the cards that come while the list is open. */
  onArrival(listener: (cards: readonly ListCard[]) => void): () => void {
    this.#arrivals.add(listener);
    return () => void this.#arrivals.delete(listener);
  }

  start(): void {
    const { connection } = this.#options;
    this.#stops = [
      connection.on('list:changed', (change) => {
        this.dispatch({ type: 'changed', change });
        if (change.added.length > 0) for (const listener of [...this.#arrivals]) listener(change.added);
      }),
      connection.onConnect(this.retry),
    ];
    this.retry();
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelRetry();
    this.#attempt += 1;
    // Refused or offline: then there is no subscription to end.
    this.#options.connection.request('list:unsubscribe', {}).catch((error: unknown) => this.#report(error));
  }

  readonly dispatch = (action: LiveListAction): void => {
    const list = liveListReducer(this.snapshot.list, action);
    if (list === this.snapshot.list) return;
    this.update({ list });
    if (list.phase === 'stale') this.retry();
  };

  /** Asks for the whole list, now. */
  readonly retry = (): void => {
    const { connection, onServerTime } = this.#options;
    const attempt = ++this.#attempt;
    this.#cancelRetry();
    this.dispatch({ type: 'subscribing' });
    connection.request('list:subscribe', {}).then(
      (snapshot) => {
        if (attempt !== this.#attempt) return;
        this.#failures = 0;
        onServerTime(snapshot.now);
        this.update({ error: null });
        this.dispatch({ type: 'snapshot', snapshot });
      },
      (error: unknown) => attempt === this.#attempt && this.#refused(error),
    );
  };

  #refused(error: unknown): void {
    if (error instanceof ApiError && error.code !== 'network/offline') this.update({ error });
    else this.#report(error);
    if (!(error instanceof ApiError) || !(error.isPassing || error.code === 'server/internal')) return;
    const backoff = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** this.#failures++);
    this.#cancelRetry = this.#options.setTimer(this.retry, error.retryAfterMs ?? backoff);
  }

  #report(error: unknown): void {
    if (!(error instanceof ApiError)) this.#options.onError(error);
  }
}
