import { PUSHES } from '@ieum/signaling-protocol';
import type { PushName, PushOf } from '@ieum/signaling-protocol';

type Listener = (payload: never) => void;

/** Who listens to which push. Payloads are parsed here; a bad one is dropped and reported once a name. */
export class PushListeners {
  readonly #listeners = new Map<PushName, Set<Listener>>();
  readonly #reported = new Set<PushName>();
  readonly #reportError: (error: unknown) => void;

  constructor(reportError: (error: unknown) => void) {
    this.#reportError = reportError;
  }

  add<Name extends PushName>(name: Name, listener: (payload: PushOf<Name>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set<Listener>();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  receive(name: PushName, raw: unknown): void {
    const parsed = PUSHES[name].payload.safeParse(raw);
    if (!parsed.success) {
      if (!this.#reported.has(name)) this.#reportError(new Error(`A bad ${name} was dropped`, { cause: parsed.error }));
      this.#reported.add(name);
      return;
    }
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(parsed.data as never);
  }
}
