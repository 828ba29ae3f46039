import type { Clock } from '@ieum/webrtc-client';

/** Counts the time that is recorded, pauses left out. */
export class RecordedTime {
  readonly #clock: Pick<Clock, 'now'>;
  #before = 0;
  #since: number | null = null;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  get ms(): number {
    return this.#before + (this.#since === null ? 0 : this.#clock.now() - this.#since);
  }

  run(): void {
    this.#since ??= this.#clock.now();
  }

  halt(): void {
    this.#before = this.ms;
    this.#since = null;
  }
}
