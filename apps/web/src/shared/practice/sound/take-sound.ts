import { SnapshotSource } from '../../lib/snapshot-source';

export type TakeSoundStatus = 'idle' | 'loading' | 'playing' | 'paused' | 'unplayable' | 'failed';

export interface TakeSoundState {
  readonly status: TakeSoundStatus;
  /** In tenths of a second. */
  readonly atMs: number;
  /** Why it could not be fetched. */
  readonly error: unknown;
}

/** What of an `<audio>` is used. */
export type Player = Pick<
  HTMLAudioElement,
  'play' | 'pause' | 'currentTime' | 'duration' | 'seeking' | 'src' | 'addEventListener' | 'removeAttribute' | 'load'
>;

export interface TakeSoundOptions {
  readonly player: Player;
  readonly durationMs: number;
  readonly fetchAudio: (signal: AbortSignal) => Promise<Blob>;
  readonly urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
}

/** Later than any recording ends. */
const BEYOND_SECONDS = 1e6;

/** Plays one take: its sound is fetched when it is first wanted. */
export class TakeSound extends SnapshotSource<TakeSoundState> {
  readonly #options: TakeSoundOptions;
  #closing = new AbortController();
  #url: string | null = null;
  #loading: Promise<boolean> | null = null;
  /** The browser goes through the whole once, to find its end. */
  #measuring = false;

  constructor(options: TakeSoundOptions) {
    super({ status: 'idle', atMs: 0, error: null });
    this.#options = options;
  }

  async toggle(): Promise<void> {
    if (this.snapshot.status === 'playing') return this.#options.player.pause();
    if (this.snapshot.status !== 'loading') await this.play();
  }

  /** Fetches it, unless it is there. Resolves with whether it can be played. */
  async load(): Promise<boolean> {
    const { signal } = this.#closing;
    this.#loading ??= this.#load(signal);
    const isThere = await this.#loading;
    if (signal.aborted) return false;
    if (!isThere) {
      // The next time it is fetched anew.
      const { status, error } = this.snapshot;
      this.close();
      this.update({ status, error });
    }
    return isThere;
  }

  async play(): Promise<void> {
    const { signal } = this.#closing;
    const { player } = this.#options;
    this.update({ status: 'loading', error: null });
    if (!(await this.load())) return;
    const from = this.snapshot.atMs >= this.#options.durationMs - 100 ? 0 : this.snapshot.atMs;
    player.currentTime = from / 1000;
    try {
      await player.play();
    } catch (error) {
      if (signal.aborted) return;
      // Paused again at once, or the browser wants another tap; otherwise a format that it does not know.
      const isPaused = error instanceof DOMException && ['AbortError', 'NotAllowedError'].includes(error.name);
      this.update({ status: isPaused ? 'paused' : 'unplayable', error });
    }
  }

  /** From there on, also while it plays already. Rather a little earlier than in the middle of a word. */
  async playFrom(ms: number): Promise<void> {
    this.seek(Math.floor(ms / 100) * 100);
    const { status } = this.snapshot;
    if (status !== 'playing' && status !== 'loading') await this.play();
  }

  /** Looks where it is: browsers tell it four times a second, which is too seldom for words. */
  follow(): void {
    if (!this.#measuring && this.snapshot.status === 'playing') this.#tellTime(this.#options.player.currentTime);
  }

  seek(ms: number): void {
    const atMs = tenth(Math.min(this.#options.durationMs, Math.max(0, ms)));
    this.update({ atMs });
    if (this.#url !== null && !this.#measuring) this.#options.player.currentTime = atMs / 1000;
  }

  /** Also for another time after it: then it is fetched anew. */
  close(): void {
    this.#closing.abort();
    this.#closing = new AbortController();
    this.#loading = null;
    const { player, urls } = this.#options;
    player.pause();
    if (this.#url !== null) {
      player.removeAttribute('src');
      player.load();
      urls.revokeObjectURL(this.#url);
    }
    this.#url = null;
    this.update({ status: 'idle' });
  }

  async #load(signal: AbortSignal): Promise<boolean> {
    const { player, urls, fetchAudio } = this.#options;
    try {
      const blob = await fetchAudio(signal);
      if (signal.aborted) return false;
      this.#url = urls.createObjectURL(blob);
      this.#follow(signal);
      player.src = this.#url;
      return await this.#measure(signal);
    } catch (error) {
      if (signal.aborted) return false;
      this.#loading = null;
      this.update({ status: 'failed', error });
      return false;
    }
  }

  #follow(signal: AbortSignal): void {
    const { player } = this.#options;
    player.addEventListener('play', () => this.update({ status: 'playing' }), { signal });
    player.addEventListener('pause', () => this.update({ status: 'paused' }), { signal });
    player.addEventListener('error', () => this.update({ status: 'unplayable' }), { signal });
    player.addEventListener('timeupdate', () => this.#measuring || this.#tellTime(player.currentTime), { signal });
    player.addEventListener('ended', () => this.update({ atMs: this.#options.durationMs }), { signal });
  }

  #tellTime(seconds: number): void {
    this.update({ atMs: Math.min(this.#options.durationMs, tenth(seconds * 1000)) });
  }

  /**
   * What a browser recorded in WebM does not say how long it is, and cannot be jumped in until the browser has been at its
   * end. Resolves with whether it can be played.
   */
  #measure(signal: AbortSignal): Promise<boolean> {
    const { player } = this.#options;
    return new Promise((resolve) => {
      const done = (playable: boolean): void => {
        this.#measuring = false;
        resolve(playable);
      };
      const once = { once: true, signal };
      signal.addEventListener('abort', () => done(false), { once: true });
      player.addEventListener('error', () => done(false), once);
      player.addEventListener(
        'loadedmetadata',
        () => {
          if (Number.isFinite(player.duration)) return done(true);
          this.#measuring = true;
          player.addEventListener('seeked', () => done(true), once);
          player.currentTime = BEYOND_SECONDS;
          // Firefox jumps nowhere in such a file, and does not say so.
          if (!player.seeking) done(true);
        },
        once,
      );
    });
  }
}

const tenth = (ms: number): number => Math.round(ms / 100) * 100;
