import type { IceServersResponse } from '@ieum/api-contract';
import { asRtcIceServer } from '../../../shared/lib/as-rtc-ice-server';

/** Fresh credentials are fetched this long before the old ones end, or half-way when they live shorter. */
const RENEW_BEFORE_MS = 5 * 60_000;
const RETRY_MS = 30_000;

export interface IceConfigOptions {
  readonly load: () => Promise<IceServersResponse>;
  /** The server's time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Calls `listener` when the device may have slept: timers do not count that time. Returns what stops it. */
  readonly onWake: (listener: () => void) => () => void;
  /** Whether the person agreed to a call without a relay. */
  readonly agreed: () => boolean;
  readonly onRenewed: () => void;
  readonly onError: (error: unknown) => void;
}

/** The STUN and TURN servers of a room: fetched once, renewed before their credentials end. */
export class IceConfig {
  readonly #options: IceConfigOptions;
  #answer: IceServersResponse | null = null;
  /** On the server's clock. */
  #renewAt = Infinity;
  #loading: Promise<void> | null = null;
  #cancel: () => void = () => undefined;
  #stopWatching: (() => void) | null = null;
  #closed = false;

  constructor(options: IceConfigOptions) {
    this.#options = options;
  }

  /** Neither side may learn the other's address, yet there is no relay: only the person can decide to call all the same. */
  get needsConsent(): boolean {
    return this.#relayMissing && !this.#options.agreed();
  }

  get servers(): RTCIceServer[] {
    return (this.#answer?.iceServers ?? []).map(asRtcIceServer);
  }

  /** Without a relay nothing connects under `relay`, which is right as long as nobody agreed to anything else. */
  get transportPolicy(): RTCIceTransportPolicy {
    if (this.#relayMissing) return this.#options.agreed() ? 'all' : 'relay';
    return this.#answer?.transportPolicy ?? 'all';
  }

  /** Resolves once servers are known that can be used. Rejects as `load` does; the next call tries again. */
  async ready(): Promise<void> {
    if (!this.#answer || this.#isDue) await this.#load();
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
    this.#stopWatching?.();
  }

  get #relayMissing(): boolean {
    return this.#answer?.relayMissing ?? false;
  }

  get #isDue(): boolean {
    return this.#options.now() >= this.#renewAt;
  }

  #load(): Promise<void> {
    this.#loading ??= this.#fetch().finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #fetch(): Promise<void> {
    const { load, onRenewed } = this.#options;
    const isFirst = this.#answer === null;
    this.#take(await load());
    if (!isFirst && !this.#closed) onRenewed();
  }

  #take(answer: IceServersResponse): void {
    this.#answer = answer;
    if (this.#closed) return;
    this.#cancel();
    this.#renewAt = Infinity;
    if (answer.expiresAt === null) return;
    const { now, onWake } = this.#options;
    const end = Date.parse(answer.expiresAt);
    const left = end - now();
    this.#renewAt = end - Math.min(RENEW_BEFORE_MS, left / 2);
    this.#renewAfter(Math.max(this.#renewAt - now(), 1_000));
    this.#stopWatching ??= onWake(() => void (this.#isDue && this.#renew()));
  }

  #renewAfter(ms: number): void {
    this.#cancel();
    this.#cancel = this.#options.setTimer(() => void this.#renew(), ms);
  }

  async #renew(): Promise<void> {
    try {
      await this.#load();
    } catch (error) {
      if (this.#closed) return;
      this.#options.onError(error);
      this.#renewAfter(RETRY_MS);
    }
  }
}
