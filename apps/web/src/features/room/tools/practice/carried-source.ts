import type { CarriedPractice, CarriedPracticeResponse, Script } from '@ieum/api-contract';
import type { Clock } from '@ieum/webrtc-client';
import { ApiError } from '../../../../shared/lib/api-error';
import { SnapshotSource } from '../../../../shared/lib/snapshot-source';

export interface CarriedSnapshot {
  /** `null` as long as it is not there, and for good when the consult carries none. */
  readonly practice: CarriedPractice | null;
}

export interface CarriedSourceOptions {
  readonly fetch: (signal: AbortSignal) => Promise<CarriedPracticeResponse>;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

const RETRY_MS = 5_000;

/** What the student of a consult lets the mentor have of their practice. */
export class CarriedSource extends SnapshotSource<CarriedSnapshot> {
  readonly #options: CarriedSourceOptions;
  readonly #closing = new AbortController();
  #cancelRetry: () => void = () => undefined;
  #asked = 0;

  constructor(options: CarriedSourceOptions) {
    super({ practice: null });
    this.#options = options;
    void this.refresh();
  }

  /** Whether there is anything for a tool to show. */
  readonly isThere = (): boolean => this.snapshot.practice !== null;

  /** Never rejects: what was there stays there, and what should be comes as soon as the server is back. */
  async refresh(): Promise<void> {
    const { signal } = this.#closing;
    const asked = ++this.#asked;
    this.#cancelRetry();
    try {
      const { practice } = await this.#options.fetch(signal);
      if (!signal.aborted && asked === this.#asked) this.update({ practice });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) this.#options.onError(error);
      else if (error.isPassing) this.#cancelRetry = this.#options.clock.setTimeout(() => void this.refresh(), RETRY_MS);
    }
  }

  /** The script as it is on the server now. */
  takeScript({ text, revision }: Script): void {
    const { practice } = this.snapshot;
    // An answer that is on its way may be older.
    this.#asked += 1;
    if (practice) this.update({ practice: { ...practice, script: { ...practice.script, text, revision } } });
  }

  close(): void {
    this.#cancelRetry();
    this.#closing.abort();
  }
}
