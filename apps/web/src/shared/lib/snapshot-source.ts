/**
 * Something whose state React reads by `useSyncExternalStore(source.subscribe, source.getSnapshot)`: each state is an object
 * of its own, and the listeners hear of each change.
 */
export abstract class SnapshotSource<T extends object> {
  readonly #listeners = new Set<() => void>();
  #snapshot: T;

  protected constructor(initial: T) {
    this.#snapshot = initial;
  }

  readonly getSnapshot = (): T => this.#snapshot;

  /** Returns the function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected get snapshot(): T {
    return this.#snapshot;
  }

  /** A change to what is so already is none. */
  protected update(change: Partial<T>): void {
    const known = this.#snapshot;
    if ((Object.keys(change) as (keyof T)[]).every((key) => Object.is(known[key], change[key]))) return;
    this.#snapshot = { ...known, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  /** For what ends: nobody is told any more. */
  protected dropListeners(): void {
    this.#listeners.clear();
  }
}
