import type { Player } from '../take-sound';

/** For specs: an `<audio>` whose file says how long it is only once the browser has been at its end, as Chrome's recordings. */
export class FakePlayer extends EventTarget {
  duration = Infinity;
  playable = true;
  seekable = true;
  seeking = false;
  #src = '';
  #at = 0;
  readonly jumps: number[] = [];

  get src(): string {
    return this.#src;
  }
  set src(url: string) {
    this.#src = url;
    queueMicrotask(() => this.dispatchEvent(new Event(this.playable ? 'loadedmetadata' : 'error')));
  }
  get currentTime(): number {
    return this.#at;
  }
  set currentTime(seconds: number) {
    this.jumps.push(seconds);
    if (!this.seekable) return;
    if (seconds > 100) this.duration = 100;
    this.#at = Math.min(seconds, this.duration);
    this.seeking = true;
    queueMicrotask(() => {
      this.seeking = false;
      this.dispatchEvent(new Event('seeked'));
    });
  }
  async play(): Promise<void> {
    this.dispatchEvent(new Event('play'));
  }
  pause(): void {
    this.dispatchEvent(new Event('pause'));
  }
  removeAttribute(): void {
    this.#src = '';
  }
  load(): void {
    this.#at = 0;
  }
  /** Plays up to there. */
  reach(seconds: number): void {
    this.#at = seconds;
    this.dispatchEvent(new Event('timeupdate'));
    if (seconds >= this.duration) this.dispatchEvent(new Event('ended'));
  }
  /** It is as much of an `<audio>` as is used. */
  asPlayer(): Player {
    return this as unknown as Player;
  }
}
