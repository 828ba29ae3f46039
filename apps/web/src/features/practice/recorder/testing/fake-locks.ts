import type { TabLocks } from '../tab-locks';

/** For specs: the locks of one browser, for any number of tabs. */
export class FakeLocks implements TabLocks {
  readonly held = new Set<string>();
  readonly #waiting = new Map<string, (() => void)[]>();

  take(name: string): Promise<() => void> {
    if (!this.held.has(name)) return Promise.resolve(this.#hold(name));
    return new Promise((resolve) => {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), () => resolve(this.#hold(name))]);
    });
  }

  #hold(name: string): () => void {
    this.held.add(name);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.held.delete(name);
      this.#waiting.get(name)?.shift()?.();
    };
  }
}
