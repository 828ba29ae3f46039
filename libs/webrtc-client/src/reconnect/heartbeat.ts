import type { Clock } from '../platform';

/** How often each side beats, and how many beats may be missed. */
const INTERVAL_MS = 500;
const MISSES = 4;
/** A tick this late was slept through: nothing can be concluded from what did not come meanwhile. */
const SLEPT_MS = 3 * INTERVAL_MS;
/** Whoever was heard of this recently is there. */
const RECENT_MS = 3 * INTERVAL_MS;
/** After a sleep the other side has this long to show that the path is still there. */
const AFTER_SLEEP_MS = 2 * INTERVAL_MS;

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly beat: () => void;
  /** How many bytes came in so far, of whatever kind. Asked only while beats are missing. */
  readonly bytesReceived: () => Promise<number>;
  /** `isLost` changed. */
  readonly onChange: () => void;
}

/**
 * Notices a dead path within 2 s, where a browser takes 5 to 7 to say `disconnected`: a beat each 500 ms on a channel
 * that loses rather than delays, and, when four are missing, whether any other byte came in.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #cancel: (() => void) | undefined;
  #lastTick = 0;
  /** When the other side was last heard of; undefined before its first beat. */
  #lastHeard: number | undefined;
  #bytes: number | undefined;
  #lost = false;
  #generation = 0;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Whether the other side was heard of once, and is not any more. */
  get isLost(): boolean {
    return this.#lost;
  }

  /** Whether the other side was heard of a moment ago. */
  get isHeard(): boolean {
    return this.#lastHeard !== undefined && this.#options.clock.now() - this.#lastHeard < RECENT_MS;
  }

  /** A beat of the other side arrived. */
  heard(): void {
    this.#bytes = undefined;
    this.#heard();
  }

  /** Starts (again) on a new connection: nothing is expected before its first beat. */
  start(): void {
    this.stop();
    this.#lastTick = this.#options.clock.now();
    this.#schedule();
  }

  /** The page may have slept: the other side has a second to be heard. */
  woke(): void {
    if (this.#lastHeard === undefined || this.#lost) return;
    this.#lastHeard = this.#options.clock.now() - (MISSES * INTERVAL_MS - AFTER_SLEEP_MS);
  }

  stop(): void {
    this.#generation += 1;
    this.#cancel?.();
    this.#cancel = undefined;
    this.#lastHeard = undefined;
    this.#bytes = undefined;
    this.#lost = false;
  }

  /** The next beat, or the end of the silence that is let pass: whichever is sooner. */
  #schedule(): void {
    const { clock } = this.#options;
    const leftMs = (this.#lastHeard ?? clock.now()) + MISSES * INTERVAL_MS - clock.now();
    this.#cancel = clock.setTimeout(() => this.#tick(), leftMs > 0 ? Math.min(INTERVAL_MS, leftMs) : INTERVAL_MS);
  }

  #tick(): void {
    const { clock, beat } = this.#options;
    const now = clock.now();
    if (now - this.#lastTick > SLEPT_MS) this.woke();
    this.#lastTick = now;
    this.#schedule();
    beat();
    if (this.#lastHeard === undefined) return;
    const silentMs = now - this.#lastHeard;
    if (silentMs > INTERVAL_MS * 1.5) void this.#look();
    if (!this.#lost && silentMs >= MISSES * INTERVAL_MS) this.#become(true);
  }

  /** Bytes that grew since the last look are as good as a beat. */
  async #look(): Promise<void> {
    const generation = this.#generation;
    let bytes: number;
    try {
      bytes = await this.#options.bytesReceived();
    } catch {
      return; // a connection that cannot be asked has nothing to say for itself
    }
    if (generation !== this.#generation) return;
    const before = this.#bytes;
    this.#bytes = bytes;
    if (before !== undefined && bytes > before) this.#heard();
  }

  #heard(): void {
    this.#lastHeard = this.#options.clock.now();
    if (this.#lost) this.#become(false);
  }

  #become(lost: boolean): void {
    this.#lost = lost;
    this.#options.onChange();
  }
}
