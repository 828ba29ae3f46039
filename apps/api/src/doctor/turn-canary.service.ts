import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { parseTurnUri } from '@ieum/turn-client';
import { Config } from '../config/config';
import { WAIT_WITHIN_MS } from './check';
import { isOnlyHere, relaysOf, tryRelay } from './relay-probe';
import { Machine } from './subject';

const MINUTE_MS = 60_000;
const FIRST_WITHIN_MS = 30_000;
/** One may fall into a restart of the relay. */
const FAILURES_TO_BE_DOWN = 2;

export interface CanaryResult {
  readonly at: Date;
  /** Whether it came through by every way. */
  readonly ok: boolean;
  /** The slowest way there and back; `undefined` when nothing came back. */
  readonly roundTripMs: number | undefined;
}

/**
 * Makes a call in small through every way to the relay, every few minutes. Each node does so by itself: they reach the
 * relay by ways of their own, it takes the relay some milliseconds, and nothing has to be agreed upon. They do it at
 * different times, so that a restart of the relay is not all that they see.
 */
@Injectable()
export class TurnCanary implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(TurnCanary.name);
  private timer: NodeJS.Timeout | undefined;
  private readonly stateListeners: (() => void)[] = [];
  /** How many in a row nothing of came through, by any way. */
  private failures = 0;
  private isClosed = false;
  private last: CanaryResult | undefined;
  private lastSuccess: Date | undefined;

  constructor(
    private readonly config: Config,
    private readonly machine: Machine,
  ) {}

  /** `undefined`: none was made. */
  get lastResult(): CanaryResult | undefined {
    return this.last;
  }

  get lastSuccessAt(): Date | undefined {
    return this.lastSuccess;
  }

  /** Nothing of the last two came through, by any way: browsers take whichever is open. */
  get isDown(): boolean {
    return this.failures >= FAILURES_TO_BE_DOWN;
  }

  /** Calls `listener` each time that `isDown` changed, for as long as the process lives. */
  onState(listener: () => void): void {
    this.stateListeners.push(listener);
  }

  onApplicationBootstrap(): void {
    const everyMs = this.config.turnCanaryMinutes * MINUTE_MS;
    if (everyMs > 0 && this.relays().length > 0)
      this.tryAfter(Math.random() * Math.min(FIRST_WITHIN_MS, everyMs), everyMs);
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Never rejects. */
  async tryNow(): Promise<CanaryResult> {
    const verdicts = await Promise.all(
      this.relays().map(async (relay) => ({ relay, ...(await tryRelay(relay, WAIT_WITHIN_MS, this.machine.ca)) })),
    );
    const failed = verdicts.filter(({ echo }) => !echo).map(({ relay, reason }) => `${relay.uri} (${reason})`);
    const times = verdicts.flatMap(({ echo }) => (echo ? [echo.roundTripMs] : []));
    const at = this.machine.clock.now();
    this.last = { at, ok: failed.length === 0, roundTripMs: times.length > 0 ? Math.max(...times) : undefined };
    const wasDown = this.isDown;
    this.report(failed);
    if (times.length > 0) {
      this.failures = 0;
      this.lastSuccess = at;
    } else this.failures += 1;
    if (this.isDown !== wasDown) for (const listener of this.stateListeners) listener();
    return this.last;
  }

  /** A line in the log when it changes whether every way is open. */
  private report(failed: readonly string[]): void {
    const wasClosed = this.isClosed;
    this.isClosed = failed.length > 0;
    if (this.isClosed === wasClosed) return;
    if (this.isClosed)
      this.logger.warn(`Calls do not come through the relay: ${failed.join(', ')}. The doctor says more.`);
    else this.logger.log('Calls come through the relay again.');
  }

  private tryAfter(ms: number, everyMs: number): void {
    this.timer = setTimeout(() => {
      void this.tryNow().then(() => {
        if (this.timer) this.tryAfter(everyMs * (0.9 + Math.random() * 0.2), everyMs);
      });
    }, ms);
  }

  /** As rooms are told of them; not those that only a browser on the same machine would reach. */
  private relays() {
    const { turn, production } = this.config;
    const all = turn ? relaysOf(turn, this.machine.clock) : [];
    return production ? all.filter(({ uri }) => !isOnlyHere(parseTurnUri(uri))) : all;
  }
}
