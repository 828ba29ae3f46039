import type { Readiness } from '@ieum/signaling-protocol';

export interface ReadinessSenderOptions {
  readonly send: (readiness: Readiness | null) => Promise<void>;
  /** How long to wait before a failed try is made again; `null`: never, the request does not wait any more. */
  readonly delayAfter: (error: unknown, failures: number) => number | null;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/**
 * Tells the server how ready its student is: one request at a time, the newest word last, none lost while offline. `null`
 * takes an earlier word back.
 */
export class ReadinessSender {
  readonly #options: ReadinessSenderOptions;
  #wanted: Readiness | null | undefined;
  #told: Readiness | null | undefined;
  #sending = false;
  #failures = 0;
  #cancelTimer: () => void = () => undefined;
  #stopped = false;
  #over = false;

  constructor(options: ReadinessSenderOptions) {
    this.#options = options;
  }

  /** `undefined`: no check is finished, so that nothing changes. `known`: what the server has by what it said last. */
  tell(readiness: Readiness | null | undefined, known: Readiness | null): void {
    if (readiness === undefined || readiness === this.#wanted) return;
    if (this.#wanted === undefined && readiness === known) return;
    this.#wanted = readiness;
    this.retryNow();
  }

  /** The connection is back: do not wait for the next try. */
  retryNow(): void {
    this.#cancelTimer();
    if (!this.#sending) void this.#send();
  }

  /** Once more after `stop()`. */
  start(): void {
    this.#stopped = false;
    this.retryNow();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
  }

  async #send(): Promise<void> {
    const wanted = this.#wanted;
    if (this.#stopped || this.#over || wanted === undefined || wanted === this.#told) return;
    this.#sending = true;
    try {
      await this.#options.send(wanted);
      this.#told = wanted;
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      const delay = this.#options.delayAfter(error, this.#failures);
      if (delay === null) this.#over = true;
      else if (!this.#stopped) this.#cancelTimer = this.#options.setTimer(() => this.retryNow(), delay);
      return;
    } finally {
      this.#sending = false;
    }
    // Another word may have come while this one was on its way.
    await this.#send();
  }
}
