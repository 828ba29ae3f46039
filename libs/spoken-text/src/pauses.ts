import type { TimedWord } from './timed-word';

/** Silence between two words. */
export interface Pause {
  /** The place of the word before it. */
  readonly after: number;
  readonly startMs: number;
  readonly endMs: number;
}

export interface Pauses {
  readonly count: number;
  readonly totalMs: number;
  /** 0 where there is none. */
  readonly longestMs: number;
  /** In order. */
  readonly pauses: readonly Pause[];
}

export interface PausesOptions {
  /** Shorter gaps belong to how words are spoken. */
  readonly leastMs?: number;
}

/** As research on fluency counts them: shorter ones say nothing of it (De Jong & Bosker 2013). */
const LEAST_MS = 250;

/**
 * The pauses between words; what comes before the first word and after the last is none. `null` where it is not known when the
 * words were said: how long a voice was heard says nothing of how often it paused.
 */
export function pauses(words: readonly TimedWord[], { leastMs = LEAST_MS }: PausesOptions = {}): Pauses | null {
  const [first] = words;
  if (!first) return null;
  const found: Pause[] = [];
  // Words may overlap: silence begins when the last of them has ended.
  let endMs = first.endMs;
  words.forEach(({ startMs, endMs: wordEndMs }, index) => {
    if (startMs - endMs >= leastMs && index > 0) found.push({ after: index - 1, startMs: endMs, endMs: startMs });
    endMs = Math.max(endMs, wordEndMs);
  });
  const lengths = found.map((pause) => pause.endMs - pause.startMs);
  return {
    count: found.length,
    totalMs: lengths.reduce((sum, length) => sum + length, 0),
    longestMs: Math.max(0, ...lengths),
    pauses: found,
  };
}
