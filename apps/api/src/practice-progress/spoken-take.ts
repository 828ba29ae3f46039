/** A take and what its transcript tells of it. */
export interface SpokenTake {
  readonly scriptId: string;
  readonly questionId: string;
  /** By the calendar of the place where its speaker is. */
  readonly day: string;
  readonly recordedMs: number;
  /** 0 without a transcript. */
  readonly words: number;
  /** From the beginning of the first word to the end of the last; `null` where nobody told when they were said. */
  readonly spanMs: number | null;
  readonly pauses: number;
  readonly longestPauseMs: number;
}

/** As the database has it. */
export type RecordedTake = Omit<SpokenTake, 'day'> & { readonly createdAt: Date };
