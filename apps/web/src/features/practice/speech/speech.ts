/** One of the voices that a browser has. */
export interface SpeechVoice {
  /** Names it in this browser. */
  readonly id: string;
  readonly name: string;
  /** BCP 47, or as Android writes it: `en_US`. */
  readonly lang: string;
  /** It speaks on this device; others are asked over the network. */
  readonly isLocal: boolean;
}

/** Something to say at one go. */
export interface SpeechPart {
  readonly text: string;
  readonly voice: SpeechVoice;
  readonly rate: number;
}

/** What becomes of a part: it starts, or not, and then ends or fails, once. Some browsers only end. */
export interface SpeechListener {
  onStart(): void;
  onEnd(): void;
  /** `code` as in SpeechSynthesisErrorEvent. What was cancelled fails by `interrupted` or `canceled`, a moment later. */
  onError(code: string): void;
}

/** The browser's speech synthesis: the port of `QuestionSpeaker`. */
export interface Speech {
  /** None where there are none, and in some browsers also until they are listed. */
  voices(): readonly SpeechVoice[];
  /** Returns the function that stops it. */
  onVoicesChanged(listener: () => void): () => void;
  say(part: SpeechPart, listener: SpeechListener): void;
  /** Whatever is being said, or waits to be. */
  cancel(): void;
}

/** The other tabs of the page, which share the one loudspeaker. */
export interface OtherTabs {
  tellSpeaking(): void;
  /** Returns the function that stops it. */
  onSpeaking(listener: () => void): () => void;
}
