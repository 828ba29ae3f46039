import { namedError } from './fake-event-target';

/** A connection's chain of operations (W3C WebRTC §4.4.1.2): one after another, and it is known when none is left. */
export class FakeOperations {
  #tail: Promise<unknown> = Promise.resolve();
  #length = 0;
  #closed = false;

  constructor(private readonly onEmpty: () => void) {}

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  run<T>(operation: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(namedError('InvalidStateError', 'the connection is closed'));
    this.#length += 1;
    const result = this.#tail.then(async () => {
      // A browser takes a while; so that what others do meanwhile shows.
      for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
      if (this.#closed) throw namedError('InvalidStateError', 'the connection is closed');
      return operation();
    });
    const done = (): void => {
      this.#length -= 1;
      if (this.#length === 0 && !this.#closed) this.onEmpty();
    };
    this.#tail = result.then(done, done);
    return result;
  }

  close(): void {
    this.#closed = true;
  }
}
