import type { CallFact } from '@ieum/signaling-protocol';
import type { Clock } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import type { RoomConnection } from './room-connection';

export interface ReportOutboxOptions {
  readonly connection: Pick<RoomConnection, 'request' | 'isConnected' | 'onDisconnect'>;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

interface Waiting {
  readonly seq: number;
  readonly atMs: number;
  readonly fact: CallFact;
}

/** What may wait for the socket: of a call in trouble, the last minutes. */
const WAITING_MAX = 40;
/** The server takes no older ones. */
const TOLD_WITHIN_MS = 600_000;
/** The server takes no more of one visit. */
const SEQ_MAX = 2_999;
/** Not taken, for reasons that pass: the same report again does no harm. */
const AGAIN = new Set<string>(['network/offline', 'rooms/not-joined', 'server/unavailable']);

/** Reports of one visit on their way to the server. Nobody waits for them, and none is told while the tab has no seat. */
export class ReportOutbox {
  readonly #options: ReportOutboxOptions;
  readonly #stop: () => void;
  #waiting: Waiting[] = [];
  #nextSeq = 0;
  #seated = false;

  constructor(options: ReportOutboxOptions) {
    this.#options = options;
    this.#stop = options.connection.onDisconnect(() => (this.#seated = false));
  }

  /** The server knows this tab's seat (again). */
  seated(): void {
    this.#seated = true;
    const earliest = this.#options.clock.now() - TOLD_WITHIN_MS;
    for (const report of this.#waiting.splice(0)) if (report.atMs > earliest) this.#send(report);
  }

  /** What happened: waits for the socket if it has to. */
  tell(fact: CallFact): void {
    if (this.#nextSeq > SEQ_MAX) return;
    const report = { seq: this.#nextSeq++, atMs: this.#options.clock.now(), fact };
    if (this.#canSend) this.#send(report);
    else this.#keep(report);
  }

  /** What it is like just now: not worth telling later. */
  tellNow(fact: CallFact): void {
    if (this.#canSend) this.tell(fact);
  }

  close(): void {
    this.#stop();
    this.#seated = false;
    this.#waiting = [];
    this.#nextSeq = Number.POSITIVE_INFINITY;
  }

  get #canSend(): boolean {
    return this.#seated && this.#options.connection.isConnected();
  }

  #send(report: Waiting): void {
    const { connection, clock, onError } = this.#options;
    const { seq, atMs, fact } = report;
    connection.request('call:report', { seq, agoMs: Math.round(clock.now() - atMs), fact }).catch((error: unknown) => {
      if (!(error instanceof ApiError)) onError(error);
      else if (AGAIN.has(error.code) && fact.type !== 'figures') this.#keep(report);
    });
  }

  #keep(report: Waiting): void {
    if (this.#nextSeq > SEQ_MAX + 1) return;
    this.#waiting = [...this.#waiting, report].slice(-WAITING_MAX);
  }
}
