import type { TranscriptWord } from '@ieum/api-contract';

/** Positions are told in tenths of a second: a shorter word would never be met. */
const SHORTEST_MS = 100;

/** The place of the word that is being said at that moment: the last that has begun, until it ends. */
export function wordAt(words: readonly TranscriptWord[], atMs: number | null): number | null {
  if (atMs === null) return null;
  const index = words.findLastIndex(({ startMs }) => startMs <= atMs);
  const word = words[index];
  return word && atMs < Math.max(word.endMs, word.startMs + SHORTEST_MS) ? index : null;
}
