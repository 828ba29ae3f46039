type Listener = (event: never) => void;

/** As much of `EventTarget` as the library uses, for fakes that run anywhere. */
export class FakeEventTarget {
  readonly #listeners = new Map<string, Map<Listener, { once: boolean }>>();

  addEventListener(type: string, listener: Listener, { once = false }: { once?: boolean } = {}): void {
    const listeners = this.#listeners.get(type) ?? new Map<Listener, { once: boolean }>();
    this.#listeners.set(type, listeners);
    if (!listeners.has(listener)) listeners.set(listener, { once });
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener);
  }

  /** Calls the listeners of `type` with an event that has these properties. */
  fire(type: string, properties: object = {}): void {
    for (const [listener, { once }] of [...(this.#listeners.get(type) ?? [])]) {
      if (once) this.removeEventListener(type, listener);
      listener({ type, target: this, ...properties } as never);
    }
  }

  /** Listeners still there: a leak, when everything is closed. */
  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((count, listeners) => count + listeners.size, 0);
  }
}

/** An error with the name a browser would give it. */
export function namedError(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}
