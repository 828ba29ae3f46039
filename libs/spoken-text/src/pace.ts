import { normaliseWords } from './read-words';
import type { SpokenText } from './timed-word';

/** How fast somebody speaks, in words a minute. */
export interface Pace {
  readonly words: number;
  /** From the first word to the last, pauses included; `null` where it is not known when they were said. */
  readonly speaking: number | null;
  /** While a voice was heard, pauses left out; `null` where that was not measured. */
  readonly articulation: number | null;
}

/**
 * The pace of what was heard. `voicedMs`: for how long the recording was louder than silence. Each figure has one source, so that
 * two recordings can be compared: the times of the words for the first, the voice for the second.
 */
export function pace({ text, words }: SpokenText, voicedMs: number | null): Pace {
  const count = normaliseWords(words.length > 0 ? words.map((word) => word.text).join(' ') : text).length;
  const startMs = Math.min(...words.map((word) => word.startMs));
  const endMs = Math.max(...words.map((word) => word.endMs));
  return { words: count, speaking: perMinute(count, endMs - startMs), articulation: perMinute(count, voicedMs ?? 0) };
}

/** Of no words, or in no time, there is no pace. Without words the span is -Infinity. */
const perMinute = (words: number, ms: number): number | null => (words === 0 || ms <= 0 ? null : words / (ms / 60_000));
