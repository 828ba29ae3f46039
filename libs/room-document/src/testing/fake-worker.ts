import type { InspectorWorker } from '../inspect/inspector-worker';
import { serveInspector } from '../inspect/serve-inspector';

/** A worker in the same thread that runs `serveInspector`; it hangs and breaks off when told. */
export class FakeWorker implements InspectorWorker {
  /** From now on it works on something that never ends. */
  hangs = false;
  isTerminated = false;
  /** Everything it was told, by kind. */
  readonly told: string[] = [];
  #toPage: ((message: unknown) => void) | undefined;
  #toWorker: ((event: { readonly data: unknown }) => void) | undefined;

  constructor() {
    serveInspector({
      postMessage: (message) => this.#later(() => this.#toPage?.(structuredClone(message))),
      addEventListener: (_, listener) => void (this.#toWorker = listener),
    });
  }

  post(message: unknown): void {
    const data: unknown = structuredClone(message);
    this.told.push((data as { readonly kind: string }).kind);
    this.#later(() => this.#toWorker?.({ data }));
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#toPage = listener;
  }

  terminate(): void {
    this.isTerminated = true;
  }

  #later(run: () => void): void {
    void Promise.resolve().then(() => {
      if (!this.isTerminated && !this.hangs) run();
    });
  }
}
