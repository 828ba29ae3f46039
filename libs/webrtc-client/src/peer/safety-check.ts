import type { ControlMessage } from '../data/control-message';
import type { Platform } from '../platform';
import { fingerprintsOf } from '../security/fingerprints';
import { SafetyCodeExchange } from '../security/safety-code-exchange';
import type { AgreedSdp, SafetyState } from '../security/safety-code-exchange';

export interface SafetyCheckOptions {
  readonly platform: Platform;
  readonly polite: boolean;
  /** That of the connection before: its code goes on when the certificates are still the same, a mismatch in any case. */
  readonly before: SafetyCheck | undefined;
  readonly isOpen: () => boolean;
  /** Over the data channel; false while it is not open. */
  readonly tell: (message: ControlMessage) => boolean;
  readonly onChange: (state: SafetyState) => void;
}

/** The safety code of one connection: commitments go with the descriptions, nonces over the data channel. */
export class SafetyCheck {
  /** What our descriptions have to carry; undefined where the page may not compute hashes. */
  readonly commitment: Promise<string | undefined>;
  readonly #options: SafetyCheckOptions;
  readonly #exchange: SafetyCodeExchange;
  #state: SafetyState = { status: 'pending' };
  #fingerprints: string | undefined;
  #sdp: AgreedSdp | undefined;
  readonly #earlier: { fingerprints: string; state: SafetyState } | undefined;
  #told = false;
  #closed = false;

  constructor(options: SafetyCheckOptions) {
    this.#options = options;
    const { before } = options;
    if (before?.state.status === 'mismatch') this.#state = before.state;
    // One that never got that far hands on what it was handed.
    const fingerprints = before?.fingerprints;
    this.#earlier = before && (fingerprints ? { fingerprints, state: before.state } : before.#earlier);
    this.#exchange = new SafetyCodeExchange({
      platform: options.platform,
      role: options.polite ? 'polite' : 'impolite',
    });
    this.commitment = options.platform.isSecureContext ? this.#exchange.commitment() : Promise.resolve(undefined);
  }

  get state(): SafetyState {
    return this.#state;
  }

  /** The certificates of both sides, once a code was made of them. */
  get fingerprints(): string | undefined {
    return this.#state.status === 'ready' ? this.#fingerprints : undefined;
  }

  receiveCommitment(commitment: string): void {
    this.#exchange.receiveCommitment(commitment);
    this.advance();
  }

  async receiveReveal(nonce: string): Promise<void> {
    await this.#exchange.receiveReveal(nonce);
    this.advance();
  }

  /** The data channel opened, or descriptions were agreed on. */
  advance(sdp?: AgreedSdp): void {
    if (sdp) this.#sdp = sdp;
    if (!this.#sdp) return;
    if (!this.#told && this.#exchange.mayReveal) {
      this.#told =
        this.#options.isOpen() && this.#options.tell({ type: 'reveal', nonce: this.#exchange.reveal(this.#sdp) });
    }
    void this.#conclude(this.#sdp);
  }

  close(): void {
    this.#closed = true;
  }

  async #conclude(sdp: AgreedSdp): Promise<void> {
    const fingerprints = JSON.stringify([fingerprintsOf(sdp.local), fingerprintsOf(sdp.remote)]);
    const outcome = await this.#exchange.outcome(sdp);
    if (this.#closed || outcome.status === 'pending' || this.#state.status === 'mismatch') return;
    if (outcome.status === this.#state.status) return;
    this.#fingerprints = fingerprints;
    // The same certificates as before: nobody has come between, and what people compared still holds.
    const kept = outcome.status === 'ready' && this.#earlier?.fingerprints === fingerprints;
    this.#state = kept ? this.#earlier.state : outcome;
    this.#options.onChange(this.#state);
  }
}
