import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import type { CallSample } from './call-sample';
import { sampleOf } from './sample-of';
import { StatsSamplerError } from './stats-sampler-error';
import type { StatsReport } from './stats-report';

/** Whatever gives statistics: a `PeerSession`, or an `RTCPeerConnection` (W3C WebRTC §8.2). */
export interface StatsSource {
  getStats(): Promise<StatsReport>;
}

/** The events of a `StatsSampler`, each with its payload. */
export interface StatsSamplerEvents {
  sample: CallSample;
  error: StatsSamplerError;
}

export interface StatsSamplerOptions {
  readonly source: StatsSource;
  /** From one reading to the next, in milliseconds; 2,000 by default. */
  readonly intervalMs?: number | undefined;
  /** How long a reading may take, in milliseconds; 10,000 by default. */
  readonly timeoutMs?: number | undefined;
  readonly platform?: Pick<Platform, 'clock'> | undefined;
}

/** Samples kept in `recent`: what `qualityOf` wants to see. */
const KEPT = 5;

/**
 * Reads the statistics of a call again and again and tells what it was like in between. Starts when constructed: the
 * first sample comes after one interval. One reading at a time; one that fails or hangs costs its own sample and no
 * other. The source may change its connection meanwhile.
 */
export class StatsSampler {
  readonly #source: StatsSource;
  readonly #intervalMs: number;
  readonly #timeoutMs: number;
  readonly #clock: Platform['clock'];
  readonly #events = new TypedEmitter<StatsSamplerEvents>();
  #recent: readonly CallSample[] = [];
  #before: StatsReport | undefined;
  #cancelTimer: (() => void) | undefined;
  /** Grows with every reading that is over, so that a late answer is told from the one that is waited for. */
  #reading = 0;

  constructor({ source, intervalMs = 2_000, timeoutMs = 10_000, platform = browserPlatform() }: StatsSamplerOptions) {
    this.#source = source;
    this.#intervalMs = intervalMs;
    this.#timeoutMs = timeoutMs;
    this.#clock = platform.clock;
    this.#read();
  }

  /** The last samples, at most five, the newest last. */
  get recent(): readonly CallSample[] {
    return this.#recent;
  }

  /** Calls `listener` at every `event` until `close()`. Returns the function that stops it. */
  on<K extends keyof StatsSamplerEvents>(event: K, listener: (payload: StatsSamplerEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /** Ends the readings; releases timer and listeners. Idempotent. */
  close(): void {
    this.#reading = Number.NaN;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#events.clear();
  }

  #read(): void {
    const { reading, startedAt } = { reading: this.#reading, startedAt: this.#clock.now() };
    const over = (tell: () => void): void => {
      if (this.#reading !== reading) return;
      this.#reading += 1;
      this.#cancelTimer?.();
      const waitMs = Math.max(0, startedAt + this.#intervalMs - this.#clock.now());
      this.#cancelTimer = this.#clock.setTimeout(() => this.#read(), waitMs);
      tell();
    };
    const fail = (error: StatsSamplerError): void => over(() => this.#events.emit('error', error));
    this.#cancelTimer = this.#clock.setTimeout(() => fail(new StatsSamplerError('stats-unanswered')), this.#timeoutMs);
    readStats(this.#source).then(
      (report) => over(() => this.#take(report)),
      (cause: unknown) => fail(new StatsSamplerError('stats-rejected', { cause })),
    );
  }

  #take(report: StatsReport): void {
    const before = this.#before;
    this.#before = report;
    if (!before) return;
    const sample = sampleOf(before, report);
    this.#recent = [...this.#recent.slice(1 - KEPT), sample];
    this.#events.emit('sample', sample);
  }
}

/** `async`, so that a source that throws is one that rejects. */
async function readStats(source: StatsSource): Promise<StatsReport> {
  return source.getStats();
}
