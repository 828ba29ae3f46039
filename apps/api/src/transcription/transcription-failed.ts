/** Why no text was made. */
export type TranscriptionFailure =
  /** Nobody answered, or what answered cannot at the moment. */
  | 'unavailable'
  | 'rate-limited'
  /** Our key is wrong, or has no right to this. */
  | 'refused'
  | 'unsupported-audio'
  | 'too-large'
  /** What came is no transcript. */
  | 'bad-answer'
  | 'timed-out';

const RETRYABLE: Readonly<Record<TranscriptionFailure, boolean>> = {
  unavailable: true,
  'rate-limited': true,
  refused: false,
  'unsupported-audio': false,
  'too-large': false,
  'bad-answer': false,
  'timed-out': true,
};

/** It carries a word of ours and nothing else: what a service says may quote a key, an address or what was spoken. */
export class TranscriptionFailed extends Error {
  readonly retryable: boolean;

  constructor(
    readonly reason: TranscriptionFailure,
    /** How long the service wants to be left alone. */
    readonly retryAfterMs?: number,
  ) {
    super(`No text was made of a recording: ${reason}.`);
    this.name = 'TranscriptionFailed';
    this.retryable = RETRYABLE[reason];
  }
}
