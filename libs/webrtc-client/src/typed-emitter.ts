/**
 * A tiny event emitter whose events and payloads are typed by `Events` (event name → payload).
 *
 * A listener that throws never keeps the others from being called, nor breaks the emitter's owner: its error is
 * reported instead.
 */
export class TypedEmitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<(payload: never) => void>>();
  readonly #report: (error: unknown) => void;

  /** `report` is given what listeners throw; by default it becomes an unhandled rejection. */
  constructor(report: (error: unknown) => void = (error) => void Promise.reject(error)) {
    this.#report = report;
  }

  /** Calls `listener` at every `event`. Returns the function that stops it (harmless when called again). */
  on<K extends keyof Events>(event: K, listener: (payload: Events[K]) => void): () => void {
    const own = (payload: Events[K]): void => listener(payload);
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(own);
    return () => void listeners.delete(own);
  }

  /** Calls the listeners of `event` in the order they came, those added meanwhile excepted. */
  emit<K extends keyof Events>(event: K, payload: Events[K]): void {
    const listeners = this.#listeners.get(event);
    if (!listeners) return;
    for (const listener of [...listeners] as ((payload: Events[K]) => void)[]) {
      try {
        listener(payload);
      } catch (error) {
        this.#report(error);
      }
    }
  }

  /** Forgets every listener. */
  clear(): void {
    for (const listeners of this.#listeners.values()) listeners.clear();
    this.#listeners.clear();
  }
}
