/** Carries out steps one after the other, until it is closed. */
export class StepQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Gives what the step gives; undefined, and the step is left out, if `close()` came first. */
  run<T>(step: () => Promise<T>): Promise<T | undefined> {
    const done = this.#tail.then(() => (this.#isClosed ? undefined : step()));
    this.#tail = Promise.allSettled([done]); // whatever this step's caller is told, the next one starts anew
    return done;
  }

  /** A step under way goes on: it has to look at `isClosed` after whatever it waited for. */
  close(): void {
    this.#isClosed = true;
  }
}
