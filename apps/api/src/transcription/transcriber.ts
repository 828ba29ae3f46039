/** A recording as browsers make it. */
export interface SpokenAudio {
  readonly body: Buffer;
  readonly contentType: 'audio/webm' | 'audio/ogg' | 'audio/mp4';
  readonly durationMs: number;
}

export interface TranscribeOptions {
  readonly language: 'en';
  readonly signal: AbortSignal;
}

export interface SpokenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What was said. It belongs to who said it: never into a log. */
export interface Transcript {
  readonly text: string;
  /** In order; empty when the service does not tell when each was said. */
  readonly words: readonly SpokenWord[];
  /** Nobody was heard; then there is no text either. */
  readonly noSpeech: boolean;
}

/** Makes text of recordings. */
export abstract class Transcriber {
  abstract readonly provider: 'none' | 'openai-compatible' | 'google';
  /** Whether recordings go to somebody outside of this deployment. */
  abstract readonly leavesServer: boolean;
  /** Whom the page names then. */
  abstract readonly providerName: string | undefined;

  /** @throws TranscriptionFailed, or the signal's reason */
  abstract transcribe(audio: SpokenAudio, options: TranscribeOptions): Promise<Transcript>;
}
