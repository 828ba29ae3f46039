import type { Clock } from '@ieum/webrtc-client';
import type { Awareness } from 'y-protocols/awareness';

/** Whoever stops for so long does not write. */
const IDLE_MS = 4_000;

export interface TypingMarkOptions {
  readonly awareness: Awareness;
  readonly clock: Clock;
  /** The other side began or stopped. */
  readonly onChange: () => void;
}

/** That somebody writes a message just now: told while it lasts, kept nowhere. */
export class TypingMark {
  readonly #options: TypingMarkOptions;
  #partnerTypes: boolean;
  #cancel: (() => void) | null = null;

  constructor(options: TypingMarkOptions) {
    this.#options = options;
    this.#partnerTypes = this.#isPartnerTyping();
    options.awareness.on('change', this.#changed);
  }

  get partnerTypes(): boolean {
    return this.#partnerTypes;
  }

  /** A key was pressed; `something`: there are words now. */
  typed(something: boolean): void {
    if (!something) return this.stop();
    if (!this.#cancel) this.#tell(true);
    this.#cancel?.();
    this.#cancel = this.#options.clock.setTimeout(() => this.stop(), IDLE_MS);
  }

  stop(): void {
    if (!this.#cancel) return;
    this.#cancel();
    this.#cancel = null;
    this.#tell(false);
  }

  close(): void {
    this.#options.awareness.off('change', this.#changed);
    this.stop();
  }

  #tell(typing: boolean): void {
    this.#options.awareness.setLocalStateField('typing', typing);
  }

  readonly #changed = (): void => {
    const partnerTypes = this.#isPartnerTyping();
    if (partnerTypes === this.#partnerTypes) return;
    this.#partnerTypes = partnerTypes;
    this.#options.onChange();
  };

  #isPartnerTyping(): boolean {
    const { awareness } = this.#options;
    return [...awareness.getStates()].some(([id, { typing }]) => id !== awareness.clientID && typing === true);
  }
}
