import type { LinkHealth } from '../peer/peer-state';
import type { Clock } from '../platform';
import type { ReconnectPolicy } from './reconnect-policy';

/** Network events come in bursts: this close together they are one. In milliseconds. */
const NETWORK_BURST_MS = 1_000;

export interface ConnectionSupervisorOptions {
  readonly policy: ReconnectPolicy;
  readonly polite: boolean;
  readonly clock: Clock;
  /** Starts looking for a new path. */
  readonly restart: () => void;
  /** `gaveUp` changed to true. */
  readonly onGiveUp: () => void;
}

/**
 * Watches the path between two peers and restarts ICE by the policy. The impolite peer starts; the polite one only
 * when it has seen no offer for a while. A change of network is known to one side alone, so that side starts at once.
 */
export class ConnectionSupervisor {
  readonly #options: ConnectionSupervisorOptions;
  #health: LinkHealth = 'pending';
  #attempts = 0;
  #gaveUp = false;
  #lastNetworkChange = Number.NEGATIVE_INFINITY;
  #cancelTimer: (() => void) | undefined;

  constructor(options: ConnectionSupervisorOptions) {
    this.#options = options;
  }

  /** Whether every attempt was used up since the path was last there. */
  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** To be told whenever the health may have changed. */
  update(health: LinkHealth): void {
    if (health === this.#health) return;
    this.#health = health;
    if (health === 'up') this.#forget();
    // Later than the first attempt, its timer is running and decides.
    if (this.#attempts > 0 || this.#gaveUp) return;
    if (health === 'shaky') this.#attemptAfter(this.#options.policy.graceMs + this.#extraMs);
    if (health === 'down') this.#attemptAfter(this.#extraMs);
  }

  /** The other side is at work: our own attempt would only collide with it, so it starts its wait anew. */
  remoteOffered(): void {
    if (this.#cancelTimer)
      this.#attemptAfter(this.#options.policy.attemptMs(Math.max(1, this.#attempts)) + this.#extraMs);
  }

  networkChanged(): void {
    const now = this.#options.clock.now();
    if (now - this.#lastNetworkChange < NETWORK_BURST_MS) return;
    this.#lastNetworkChange = now;
    this.restartNow();
  }

  /** Starts at once, with all attempts to come. */
  restartNow(): void {
    this.#forget();
    this.#attempt();
  }

  /** Stops every timer. */
  close(): void {
    this.#cancel();
  }

  get #extraMs(): number {
    return this.#options.polite ? this.#options.policy.politeExtraMs : 0;
  }

  #attempt(): void {
    const { policy, restart, onGiveUp } = this.#options;
    if (this.#attempts >= policy.maxAttempts) {
      this.#gaveUp = true;
      onGiveUp();
      return;
    }
    this.#attempts += 1;
    this.#attemptAfter(policy.attemptMs(this.#attempts) + this.#extraMs);
    restart();
  }

  #attemptAfter(delayMs: number): void {
    this.#cancel();
    this.#cancelTimer = this.#options.clock.setTimeout(() => {
      this.#cancelTimer = undefined;
      if (this.#health === 'up') this.#forget();
      else this.#attempt();
    }, delayMs);
  }

  #forget(): void {
    this.#cancel();
    this.#attempts = 0;
    this.#gaveUp = false;
  }

  #cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
