import type { SoundRecorder } from './recorder-ports';

export interface SoundCaptureOptions {
  readonly recorder: SoundRecorder;
  /** In the order in which it was recorded. */
  readonly onBytes: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Once, after the last bytes: it was stopped, its microphone ended, or it broke (`error`). */
  readonly onEnd: (error: unknown) => void;
}

/** Reads what a recorder gives, in its order: the parts become bytes at different speeds. */
export class SoundCapture {
  readonly #recorder: SoundRecorder;
  readonly #abort = new AbortController();
  #read: Promise<void> = Promise.resolve();
  #error: unknown = null;

  constructor({ recorder, onBytes, onEnd }: SoundCaptureOptions) {
    this.#recorder = recorder;
    const { signal } = this.#abort;
    const take = async (data: Blob): Promise<void> => {
      const bytes = new Uint8Array(await data.arrayBuffer());
      if (!signal.aborted && bytes.byteLength > 0) onBytes(bytes);
    };
    const after = (step: () => Promise<void> | void): void => {
      this.#read = this.#read.then(step).catch((error: unknown) => void (this.#error ??= error));
    };
    recorder.addEventListener('dataavailable', ({ data }) => after(() => take(data)), { signal });
    // The standard has `stop` come after it, with what there is.
    recorder.addEventListener('error', (event) => void (this.#error ??= event), { signal });
    recorder.addEventListener('stop', () => after(() => this.#finish(onEnd)), { once: true, signal });
  }

  start(sliceMs: number): void {
    this.#recorder.start(sliceMs);
  }

  pause(): void {
    if (this.#recorder.state === 'recording') this.#recorder.pause();
  }

  resume(): void {
    if (this.#recorder.state === 'paused') this.#recorder.resume();
  }

  /** Not needed where its microphone ended; harmless then. */
  stop(): void {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
  }

  /** Stops it, and nobody hears of the rest. */
  drop(): void {
    this.#abort.abort();
    this.stop();
  }

  #finish(onEnd: (error: unknown) => void): void {
    if (!this.#abort.signal.aborted) onEnd(this.#error);
  }
}
