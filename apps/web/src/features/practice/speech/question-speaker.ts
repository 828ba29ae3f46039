import { SnapshotSource } from '../../../shared/lib/snapshot-source';
import type { PracticeChoices } from '../practice-choices';
import { englishVoices } from './english-voices';
import { splitSentences } from './split-sentences';
import type { OtherTabs, Speech, SpeechVoice } from './speech';

export interface QuestionSpeakerOptions {
  readonly speech: Speech;
  readonly otherTabs: OtherTabs;
  /** Where the voice and its pace are remembered. */
  readonly choices: {
    read(): Pick<PracticeChoices, 'voice' | 'rate'>;
    write(change: Partial<Pick<PracticeChoices, 'voice' | 'rate'>>): unknown;
  };
  /** Returns the function that takes it back. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export interface SpeakerState extends Pick<PracticeChoices, 'rate'> {
  readonly status: 'silent' | 'starting' | 'playing' | 'paused';
  /** Those that speak English, the best first; `null` while the browser may still list some. */
  readonly voices: readonly SpeechVoice[] | null;
  /** What it speaks with. */
  readonly voice: SpeechVoice | null;
  /** The last time it did not work, though there is a voice. */
  readonly failed: boolean;
}

/** Browsers list their voices within a second or two, or never. */
const VOICES_MS = 3_000;
const START_MS = 6_000;
/** Slower than any voice: a part that takes longer has ended without a word about it. */
const MS_PER_CHARACTER = 200;
const FADE_MS = 400;

/** Somebody else took the voice, where this did not. */
const CANCELLED: ReadonlySet<string> = new Set(['interrupted', 'canceled']);

const nothing: () => void = () => undefined;

/** A part on its way: whatever the browser tells of an older one does not count any more. */
type Turn = object;

/** Reads a question aloud, sentence by sentence, with the voices of the browser and in spite of their whims. */
export class QuestionSpeaker extends SnapshotSource<SpeakerState> {
  readonly #options: QuestionSpeakerOptions;
  #parts: readonly string[] = [];
  #at = 0;
  #turn: Turn | null = null;
  /** Cancelled, but the browser has not said so yet; Chrome loses what it is given until then. */
  #fading: Turn | null = null;
  #onBegun = nothing;
  #cancelTimer = nothing;
  #cancelFading = nothing;
  #leave: (() => void)[] = [];

  constructor(options: QuestionSpeakerOptions) {
    super({ status: 'silent', voices: null, voice: null, rate: options.choices.read().rate, failed: false });
    this.#options = options;
  }

  /** Looks for voices, and keeps looking. */
  open(): void {
    const { speech, otherTabs, setTimer } = this.#options;
    // What a page before this one may have left behind.
    speech.cancel();
    this.#leave = [
      speech.onVoicesChanged(() => this.#findVoices()),
      otherTabs.onSpeaking(() => this.stop()),
      setTimer(() => this.update({ voices: this.snapshot.voices ?? [] }), VOICES_MS),
    ];
    this.#findVoices();
  }

  /** Silent from now on; it may be opened again. */
  close(): void {
    this.stop();
    this.#cancelFading();
    this.#fading = null;
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }

  /** From the beginning. `onBegun` is called once, when something is heard; never when it does not work. */
  play(text: string, onBegun: () => void = nothing): void {
    if (!this.snapshot.voice) return;
    this.#parts = splitSentences(text);
    this.#at = 0;
    this.#onBegun = onBegun;
    this.#options.otherTabs.tellSpeaking();
    this.update({ status: 'starting', failed: false });
    this.#cut();
    this.#say();
  }

  /** The browsers' own pause is an end on Android, and for good after a while elsewhere. */
  pause(): void {
    if (!this.#isSpeaking) return;
    this.update({ status: 'paused' });
    this.#cut();
  }

  /** Goes on with the sentence in which it was paused. */
  resume(): void {
    if (this.snapshot.status !== 'paused') return;
    this.#options.otherTabs.tellSpeaking();
    this.update({ status: 'starting' });
    this.#say();
  }

  readonly stop = (): void => {
    this.update({ status: 'silent' });
    this.#cut();
  };

  /** Heard from the next sentence on. */
  choose(change: { readonly voice?: string; readonly rate?: PracticeChoices['rate'] }): void {
    this.#options.choices.write(change);
    if (change.rate !== undefined) this.update({ rate: change.rate });
    if (change.voice !== undefined) this.#findVoices();
  }

  get #isSpeaking(): boolean {
    return this.snapshot.status === 'starting' || this.snapshot.status === 'playing';
  }

  #findVoices(): void {
    const all = this.#options.speech.voices();
    const voices = englishVoices(all);
    const { voice: chosen } = this.#options.choices.read();
    const voice = voices.find(({ id }) => id === chosen) ?? voices[0] ?? null;
    this.update({ voices: all.length === 0 ? this.snapshot.voices && [] : voices, voice });
  }

  #say(): void {
    const { voice, rate } = this.snapshot;
    const text = this.#parts[this.#at];
    if (this.#fading || this.#turn) return;
    if (text === undefined || !voice) return this.stop();
    const turn: Turn = {};
    this.#turn = turn;
    this.#startTimer(() => this.#fail(), START_MS);
    this.#options.speech.say(
      { text, voice, rate: Number(rate) },
      {
        onStart: () => turn === this.#turn && this.#started(text),
        onEnd: () => this.#ended(turn, null),
        onError: (code) => this.#ended(turn, code),
      },
    );
  }

  #started(text: string): void {
    this.#startTimer(() => this.#lost(), START_MS + (text.length * MS_PER_CHARACTER) / Number(this.snapshot.rate));
    this.update({ status: 'playing' });
    const tell = this.#onBegun;
    this.#onBegun = nothing;
    tell();
  }

  #ended(turn: Turn, error: string | null): void {
    if (turn === this.#fading) return this.#faded();
    if (turn !== this.#turn) return;
    this.#turn = null;
    this.#cancelTimer();
    if (error !== null) return CANCELLED.has(error) ? this.stop() : this.#fail();
    if (this.snapshot.status === 'starting') this.#started('');
    this.#at += 1;
    this.#say();
  }

  #fail(): void {
    this.stop();
    this.update({ failed: true });
  }

  /** It spoke, and did not tell that it ended. */
  #lost(): void {
    this.#at += 1;
    this.#cut();
  }

  #cut(): void {
    this.#cancelTimer();
    if (!this.#turn) return;
    this.#fading = this.#turn;
    this.#turn = null;
    this.#cancelFading = this.#options.setTimer(() => this.#faded(), FADE_MS);
    this.#options.speech.cancel();
  }

  #faded(): void {
    this.#cancelFading();
    this.#fading = null;
    if (this.#isSpeaking) this.#say();
  }

  #startTimer(run: () => void, ms: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#options.setTimer(run, ms);
  }
}
