import type { LinkHealth } from '../peer/peer-state';
import type { Clock } from '../platform';
import type { HealedEvent, HealingCause, HealingEvent, HealingStep } from './healing';
import type { ReconnectPolicy } from './reconnect-policy';

/** Network events come in bursts: this close together they are one. In milliseconds. */
const NETWORK_BURST_MS = 1_000;
/** How often a restart that waits for its answer is looked at again. In milliseconds. */
const LOOK_AGAIN_MS = 1_000;

export interface ConnectionHealerOptions {
  readonly policy: ReconnectPolicy;
  readonly polite: boolean;
  readonly clock: Clock;
  /** Whether the connection can be restarted at all: not once it is closed, by whomever. */
  readonly canRestart: () => boolean;
  /** Whether there is a relay to fall back to. */
  readonly canRelay: () => boolean;
  /** Whether our offer is still without an answer. */
  readonly isUnanswered: () => boolean;
  /** Carries a step out. */
  readonly take: (step: HealingStep) => void;
  readonly onStep: (event: HealingEvent) => void;
  readonly onHealed: (event: HealedEvent) => void;
}

/**
 * Watches the path between two peers and mends it step by step. The impolite peer starts; the polite one only when it
 * has seen nothing happen for a while. A change of network is known to one side alone, so that side starts at once.
 */
export class ConnectionHealer {
  readonly #options: ConnectionHealerOptions;
  #health: LinkHealth = 'idle';
  #attempts = 0;
  #retries = 0;
  #step: HealingStep | undefined;
  #cause: HealingCause = 'path-lost';
  /** When trouble began, or begins if no path is found until then; undefined while there is none. */
  #noticedAt: number | undefined;
  /** When the timer is due. */
  #plannedAt = 0;
  #lastNetworkChange = Number.NEGATIVE_INFINITY;
  #cancelTimer: (() => void) | undefined;
  #closed = false;

  constructor(options: ConnectionHealerOptions) {
    this.#options = options;
  }

  /** Whether everything was tried once since the path was last there, by us or in that time by the other side. */
  get gaveUp(): boolean {
    if (this.#step === 'retry') return true;
    if (this.#noticedAt === undefined || this.#health === 'up') return false;
    const { policy, clock } = this.#options;
    return clock.now() - this.#noticedAt >= policy.graceMs + policy.restartMs + 2 * policy.reconnectMs;
  }

  /** To be told whenever the health may have changed. */
  update(health: LinkHealth): void {
    const before = this.#health;
    if (health === before) return;
    this.#health = health;
    if (health === 'up') return this.#healed();
    const { policy, clock } = this.#options;
    const isTrouble = before === 'up' || health === 'shaky' || health === 'down';
    if (isTrouble) this.#notice(clock.now());
    else if (health === 'pending') this.#notice(clock.now() + policy.connectMs);
    // Later than the first step, its timer is running and decides.
    if (this.#step) return;
    this.#cause = 'path-lost';
    if (health === 'shaky') this.#nextAfter(policy.graceMs + this.#extraMs);
    if (health === 'down') this.#nextAfter(this.#extraMs);
    // Chromium looks for ever without a word where a dead relay is the only way.
    if (this.#noticedAt !== undefined && !this.#cancelTimer) this.#nextAfter(policy.connectMs + this.#extraMs);
  }

  /**
   * The other side is at work. The polite one leaves it to that for as long as any step takes; the impolite one only
   * holds back its first, which would collide.
   */
  remoteActed(): void {
    if (!this.#cancelTimer || !this.#options.canRestart()) return;
    const { polite, policy } = this.#options;
    if (polite) this.#holdBack(Math.max(policy.restartMs, policy.reconnectMs) + this.#extraMs);
    else if (!this.#step) this.#holdBack(policy.restartMs);
  }

  networkChanged(): void {
    const now = this.#options.clock.now();
    if (now - this.#lastNetworkChange < NETWORK_BURST_MS) return;
    this.#lastNetworkChange = now;
    this.startNow('network-changed');
  }

  /** Starts at once, with all steps to come. */
  startNow(cause: HealingCause): void {
    this.#forget();
    this.#noticedAt = this.#options.clock.now();
    this.#cause = cause;
    this.#next();
  }

  /** Stops every timer, for good. */
  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  get #extraMs(): number {
    return this.#options.polite ? this.#options.policy.politeExtraMs : 0;
  }

  #next(): void {
    if (this.#closed) return;
    const step = this.#following(this.#step);
    this.#step = step;
    this.#attempts += 1;
    if (step === 'retry') this.#retries += 1;
    this.#nextAfter(this.#stepMs(step) + this.#extraMs);
    this.#options.onStep({ step, cause: this.#cause, attempt: this.#attempts });
    // Whoever was told may have closed everything.
    if (!this.#closed) this.#options.take(step);
  }

  #following(step: HealingStep | undefined): HealingStep {
    if (step === undefined && this.#options.canRestart()) return 'restart-ice';
    if (step === undefined || step === 'restart-ice') return 'reconnect';
    return step === 'reconnect' && this.#options.canRelay() ? 'relay-only' : 'retry';
  }

  #stepMs(step: HealingStep): number {
    const { policy } = this.#options;
    if (step === 'restart-ice') return policy.restartMs;
    return step === 'retry' ? policy.retryMs(Math.max(1, this.#retries)) : policy.reconnectMs;
  }

  /** Never sooner than planned. */
  #holdBack(delayMs: number): void {
    this.#nextAfter(Math.max(delayMs, this.#plannedAt - this.#options.clock.now()));
  }

  #nextAfter(delayMs: number): void {
    const { clock, policy } = this.#options;
    this.#cancel();
    this.#plannedAt = clock.now() + delayMs;
    const due = clock.now() + delayMs + policy.unansweredMs;
    const decide = (): void => {
      this.#cancelTimer = undefined;
      if (this.#health === 'up') this.#healed();
      else if (this.#mayStillBeAnswered() && clock.now() < due) schedule(LOOK_AGAIN_MS);
      else this.#next();
    };
    const schedule = (ms: number): void => {
      this.#cancelTimer = clock.setTimeout(decide, ms);
    };
    schedule(delayMs);
  }

  #mayStillBeAnswered(): boolean {
    return this.#step === 'restart-ice' && this.#options.isUnanswered();
  }

  #notice(at: number): void {
    this.#noticedAt = Math.min(this.#noticedAt ?? at, at);
  }

  #healed(): void {
    const step = this.#step;
    const now = this.#options.clock.now();
    const afterMs = now - (this.#noticedAt ?? now);
    this.#forget();
    if (step) this.#options.onHealed({ step, afterMs });
  }

  #forget(): void {
    this.#cancel();
    this.#noticedAt = undefined;
    this.#step = undefined;
    this.#attempts = 0;
    this.#retries = 0;
  }

  #cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
