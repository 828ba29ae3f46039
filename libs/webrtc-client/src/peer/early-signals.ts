import type { SignalMessage } from '../signaling-channel';

/** No session needs more connections than that. */
const MAX_NUMBER = 1_000_000;
/** Candidates of a connection not yet heard of; a browser makes some dozens. */
const MAX_EARLY = 64;

/** Which of the session's connections a signal is about; undefined when it does not say so properly. */
export function connectionNumberOf(message: SignalMessage | undefined): number | undefined {
  const number: unknown = message?.connection;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MAX_NUMBER
    ? number
    : undefined;
}

/** Candidates that overtook the offer of the new connection they belong to. */
export class EarlySignals {
  #held: SignalMessage[] = [];

  keep(message: SignalMessage): void {
    this.#held.push(message);
    if (this.#held.length > MAX_EARLY) this.#held.shift();
  }

  /** Takes out what is about this connection; what is older is dropped. */
  take(number: number): (SignalMessage & { type: 'candidate' })[] {
    const taken = this.#held.filter((message) => message.connection === number && message.type === 'candidate');
    this.#held = this.#held.filter((message) => message.connection > number);
    return taken as (SignalMessage & { type: 'candidate' })[];
  }
}
