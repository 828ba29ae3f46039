import type { Clock } from '@ieum/webrtc-client';
import type { FakeMediaStreamTrack } from '@ieum/webrtc-client/testing';
import type { SoundRecorder } from '../recorder-ports';

/** For specs: a `MediaRecorder` that gives a byte a second of what it recorded, as the standard says when. */
export class FakeSoundRecorder extends EventTarget {
  state: RecordingState = 'inactive';
  bytesPerSecond = 1;
  readonly #clock: Clock;
  #sliceMs = 0;
  #recordedMs = 0;
  #since = 0;
  #given = 0;
  #cancel: () => void = () => undefined;

  constructor(clock: Clock, track: FakeMediaStreamTrack) {
    super();
    this.#clock = clock;
    track.addEventListener('ended', () => this.stop());
  }

  get asRecorder(): SoundRecorder {
    return this as unknown as SoundRecorder;
  }

  start(sliceMs: number): void {
    this.#sliceMs = sliceMs;
    this.#run();
  }

  pause(): void {
    this.#halt();
    this.state = 'paused';
  }

  resume(): void {
    this.#run();
  }

  stop(): void {
    if (this.state === 'inactive') return;
    if (this.state === 'recording') this.#halt();
    this.state = 'inactive';
    queueMicrotask(() => {
      this.#give();
      this.dispatchEvent(new Event('stop'));
    });
  }

  /** The encoder breaks: an error, what there is, and the end. */
  break(): void {
    this.dispatchEvent(new Event('error'));
    this.stop();
  }

  #run(): void {
    this.state = 'recording';
    this.#since = this.#clock.now();
    this.#wait();
  }

  #wait(): void {
    this.#cancel = this.#clock.setTimeout(() => {
      this.#give();
      this.#wait();
    }, this.#sliceMs);
  }

  #halt(): void {
    this.#cancel();
    this.#recordedMs = this.#recordedNow();
  }

  #recordedNow(): number {
    return this.#recordedMs + (this.state === 'recording' ? this.#clock.now() - this.#since : 0);
  }

  #give(): void {
    const whole = Math.floor((this.#recordedNow() / 1000) * this.bytesPerSecond);
    const bytes = Uint8Array.from({ length: whole - this.#given }, (_, index) => (this.#given + index) % 251);
    this.#given = whole;
    const data = { size: bytes.byteLength, arrayBuffer: async () => bytes.buffer };
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
  }
}
