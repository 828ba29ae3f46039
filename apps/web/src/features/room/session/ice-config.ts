import type { IceServer, IceServersResponse } from '@ieum/api-contract';

/** Fresh credentials are fetched this long before the old ones end, or half-way when they live shorter. */
const RENEW_BEFORE_MS = 5 * 60_000;
const RETRY_MS = 30_000;

export interface IceConfigOptions {
  readonly load: () => Promise<IceServersResponse>;
  /** The server's time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onRenewed: (servers: RTCIceServer[]) => void;
  readonly onError: (error: unknown) => void;
}

/** The STUN and TURN servers of a room: fetched once, renewed before their credentials end. */
export class IceConfig {
  readonly #options: IceConfigOptions;
  #answer: IceServersResponse | null = null;
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(options: IceConfigOptions) {
    this.#options = options;
  }

  /** Neither side may learn the other's address, yet there is no relay: only the person can decide to call all the same. */
  get needsConsent(): boolean {
    return this.#answer?.relayMissing ?? false;
  }

  get servers(): RTCIceServer[] {
    return (this.#answer?.iceServers ?? []).map(asRtcIceServer);
  }

  get transportPolicy(): RTCIceTransportPolicy {
    return this.needsConsent ? 'all' : (this.#answer?.transportPolicy ?? 'all');
  }

  /** Resolves once the servers are known. Rejects as `load` does; the next call tries again. */
  async ready(): Promise<void> {
    if (this.#answer) return;
    this.#take(await this.#options.load());
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  #take(answer: IceServersResponse): void {
    this.#answer = answer;
    if (answer.expiresAt === null || this.#closed) return;
    const left = Date.parse(answer.expiresAt) - this.#options.now();
    this.#renewAfter(Math.max(left - RENEW_BEFORE_MS, left / 2, 1_000));
  }

  #renewAfter(ms: number): void {
    this.#cancel();
    this.#cancel = this.#options.setTimer(() => void this.#renew(), ms);
  }

  async #renew(): Promise<void> {
    try {
      const answer = await this.#options.load();
      if (this.#closed) return;
      this.#take(answer);
      this.#options.onRenewed(this.servers);
    } catch (error) {
      if (this.#closed) return;
      this.#options.onError(error);
      this.#renewAfter(RETRY_MS);
    }
  }
}

/** `exactOptionalPropertyTypes`: a member that is not there is not the same as one that is `undefined`. */
function asRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return {
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  };
}
