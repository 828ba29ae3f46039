import type { Recording, Transcript } from '@ieum/api-contract';
import { pace, pauses } from '@ieum/spoken-text';
import type { Pauses, WordErrors } from '@ieum/spoken-text';
import { alignText } from './aligned-text';
import type { AlignedRun } from './aligned-text';

/** What is known of a take that has text. Figures are as they are shown, so that what changed agrees with them. */
export interface TakeFacts {
  readonly words: number;
  /** Whole words a minute from the first to the last; `null` where nobody told when they were said. */
  readonly speaking: number | null;
  /** Whole words a minute while a voice was heard; `null` where that was not measured. */
  readonly articulation: number | null;
  readonly pauses: Pauses | null;
  /** How far it is from the script; `null` where nothing is written. */
  readonly errors: WordErrors | null;
  /** The same in whole percent. */
  readonly errorPercent: number | null;
  /** Beside the script; `null` where nothing is written. */
  readonly runs: readonly AlignedRun[] | null;
}

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));

/** `null` where there is no text of it (yet). */
export function takeFacts(
  take: Pick<Recording, 'voicedMs'>,
  transcript: Transcript | null,
  script: string,
): TakeFacts | null {
  if (transcript?.status !== 'done') return null;
  const { words, speaking, articulation } = pace(transcript, take.voicedMs);
  const aligned = alignText(script, transcript);
  const isWritten = aligned.errors.rate !== null;
  return {
    words,
    speaking: whole(speaking),
    articulation: whole(articulation),
    pauses: pauses(transcript.words),
    errors: isWritten ? aligned.errors : null,
    errorPercent: whole(aligned.errors.rate === null ? null : aligned.errors.rate * 100),
    runs: isWritten ? aligned.runs : null,
  };
}

/** What became of each figure that both takes have: more than 0 is more in the later one. */
export interface Changes {
  readonly speaking: number | null;
  readonly pauses: number | null;
  readonly errorPercent: number | null;
}

export function changesBetween(before: TakeFacts, after: TakeFacts): Changes {
  const change = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from);
  return {
    speaking: change(before.speaking, after.speaking),
    pauses: change(before.pauses?.count ?? null, after.pauses?.count ?? null),
    errorPercent: change(before.errorPercent, after.errorPercent),
  };
}
