import type { Speech, SpeechListener, SpeechPart, SpeechVoice } from '../speech';

interface Utterance {
  readonly part: SpeechPart;
  readonly listener: SpeechListener;
  started: boolean;
}

/**
 * Speech as Chrome has it: voices that are listed late, cancelled utterances that fail a moment after `cancel()`, and what is
 * said before that moment is lost without a word.
 */
export class FakeSpeech implements Speech {
  readonly said: SpeechPart[] = [];
  readonly #listeners = new Set<() => void>();
  #voices: readonly SpeechVoice[] = [];
  #queue: Utterance[] = [];
  #cancelled: Utterance[] = [];

  voices = (): readonly SpeechVoice[] => this.#voices;

  onVoicesChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  say(part: SpeechPart, listener: SpeechListener): void {
    this.said.push(part);
    if (this.#cancelled.length === 0) this.#queue.push({ part, listener, started: false });
  }

  cancel(): void {
    this.#cancelled.push(...this.#queue.splice(0));
  }

  get words(): string[] {
    return this.said.map(({ text }) => text);
  }

  get isListenedTo(): boolean {
    return this.#listeners.size > 0;
  }

  list(...voices: SpeechVoice[]): void {
    this.#voices = voices;
    for (const listener of [...this.#listeners]) listener();
  }

  start(): void {
    const [first] = this.#queue;
    if (!first) throw new Error('nothing waits to be said');
    first.started = true;
    first.listener.onStart();
  }

  end(): void {
    this.#shift().listener.onEnd();
  }

  fail(code: string): void {
    this.#shift().listener.onError(code);
  }

  /** The moment after `cancel()`. */
  tellCancelled(): void {
    for (const { listener, started } of this.#cancelled.splice(0))
      listener.onError(started ? 'interrupted' : 'canceled');
  }

  #shift(): Utterance {
    const first = this.#queue.shift();
    if (!first) throw new Error('nothing is being said');
    return first;
  }
}

export const voice = (name: string, lang = 'en-US', isLocal = true): SpeechVoice => ({ id: name, name, lang, isLocal });
