import { SnapshotSource } from '../../../shared/lib/snapshot-source';
import type { SpeakerState } from './question-speaker';
import type { OtherTabs } from './speech';

/** What of an `<audio>` is used. */
export type FilePlayer = Pick<
  HTMLAudioElement,
  'play' | 'pause' | 'currentTime' | 'playbackRate' | 'src' | 'addEventListener' | 'removeAttribute' | 'load'
>;

interface QuestionFileOptions {
  readonly player: FilePlayer;
  readonly fetchSound: (signal: AbortSignal) => Promise<Blob>;
  readonly urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
  readonly otherTabs: OtherTabs;
}

export interface FileState extends Pick<SpeakerState, 'status'> {
  /** It cannot be had or played: somebody else has to read the question. */
  readonly broken: boolean;
}

const nothing: () => void = () => undefined;

/** Plays a question as somebody has spoken it. The file is fetched when it is first wanted. */
export class QuestionFile extends SnapshotSource<FileState> {
  readonly #options: QuestionFileOptions;
  #closing = new AbortController();
  #url: string | null = null;
  #rate = 1;
  /** The one that is wanted now: whatever becomes of an older one does not count any more. */
  #turn: object | null = null;
  #onBegun = nothing;
  #onBroken = nothing;

  constructor(options: QuestionFileOptions) {
    super({ status: 'silent', broken: false });
    this.#options = options;
  }

  open(): void {
    const { player, otherTabs } = this.#options;
    this.#closing = new AbortController();
    const { signal } = this.#closing;
    player.addEventListener('playing', () => this.#begun(), { signal });
    player.addEventListener('ended', () => this.stop(), { signal });
    player.addEventListener('error', () => this.#break(), { signal });
    signal.addEventListener('abort', otherTabs.onSpeaking(this.stop), { once: true });
  }

  /** Silent from now on; it may be opened again, and is fetched anew then. */
  close(): void {
    this.stop();
    this.#closing.abort();
    if (this.#url === null) return;
    const { player, urls } = this.#options;
    player.removeAttribute('src');
    player.load();
    urls.revokeObjectURL(this.#url);
    this.#url = null;
  }

  /** From the beginning. One of both is called, once: when something is heard, or when nothing can be. */
  play(onBegun: () => void, onBroken: () => void): void {
    this.#onBegun = onBegun;
    this.#onBroken = onBroken;
    this.#options.otherTabs.tellSpeaking();
    void this.#start(0);
  }

  pause(): void {
    if (this.snapshot.status === 'silent') return;
    this.#turn = null;
    this.update({ status: 'paused' });
    this.#options.player.pause();
  }

  resume(): void {
    if (this.snapshot.status !== 'paused') return;
    this.#options.otherTabs.tellSpeaking();
    void this.#start(null);
  }

  readonly stop = (): void => {
    this.#turn = null;
    this.#onBegun = nothing;
    this.#onBroken = nothing;
    this.update({ status: 'silent' });
    this.#options.player.pause();
  };

  /** Heard at once. */
  setRate(rate: number): void {
    this.#rate = rate;
    this.#options.player.playbackRate = rate;
  }

  /** `null`: where it was paused. */
  async #start(fromSeconds: number | null): Promise<void> {
    const { player } = this.#options;
    const turn = {};
    this.#turn = turn;
    this.update({ status: 'starting' });
    try {
      await this.#load();
      if (turn !== this.#turn) return;
      if (fromSeconds !== null) player.currentTime = fromSeconds;
      // A new file begins at its own pace.
      player.playbackRate = this.#rate;
      await player.play();
    } catch (error) {
      if (turn !== this.#turn) return;
      // The browser wants another tap.
      if (error instanceof DOMException && error.name === 'NotAllowedError') return this.pause();
      this.#break();
    }
  }

  async #load(): Promise<void> {
    if (this.#url !== null) return;
    const { signal } = this.#closing;
    const { player, urls, fetchSound } = this.#options;
    const sound = await fetchSound(signal);
    // Paused and gone on meanwhile: the other one was faster.
    if (signal.aborted || this.#url !== null) return;
    this.#url = urls.createObjectURL(sound);
    player.src = this.#url;
  }

  #begun(): void {
    if (!this.#turn) return;
    this.update({ status: 'playing' });
    const tell = this.#onBegun;
    this.#onBegun = nothing;
    this.#onBroken = nothing;
    tell();
  }

  #break(): void {
    if (this.#url === null && !this.#turn) return;
    const tell = this.#onBroken;
    this.stop();
    this.update({ broken: true });
    tell();
  }
}
