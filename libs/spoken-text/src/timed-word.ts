/** A word, and when it was said, from the beginning of the recording. */
export interface TimedWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What was heard in a recording. `words` is empty where nobody told when each was said. */
export interface SpokenText {
  readonly text: string;
  readonly words: readonly TimedWord[];
}
