import type { SignalingChannel, SignalMessage } from '../signaling-channel';

export interface SignalOutboxOptions {
  readonly signaling: SignalingChannel;
  /** What every description carries; nothing leaves before it is known. */
  readonly commitment: Promise<string | undefined>;
  readonly onFailure: (cause: unknown) => void;
}

/** Sends the signals of one connection in order, the descriptions with the commitment to the safety code. */
export class SignalOutbox {
  readonly #options: SignalOutboxOptions;
  #waiting: SignalMessage[] | undefined = [];
  #commitment: string | undefined;

  constructor(options: SignalOutboxOptions) {
    this.#options = options;
    void options.commitment.then((commitment) => {
      this.#commitment = commitment;
      const waiting = this.#waiting ?? [];
      this.#waiting = undefined;
      for (const message of waiting) this.#send(message);
    });
  }

  post(message: SignalMessage): void {
    if (this.#waiting) this.#waiting.push(message);
    else this.#send(message);
  }

  /** What still waits is never sent. */
  close(): void {
    this.#waiting = [];
  }

  #send(message: SignalMessage): void {
    const commitment = this.#commitment;
    try {
      this.#options.signaling.send(
        message.type === 'description' && commitment !== undefined ? { ...message, commitment } : message,
      );
    } catch (cause) {
      this.#options.onFailure(cause);
    }
  }
}
