import { MAX_SCRIPT_LENGTH } from '@ieum/api-contract';

/** As fast as a learner speaks who is understood. */
const WORDS_PER_MINUTE = 130;
const FEW_LEFT = [1_000, 500, 100] as const;

export const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** About how long it takes to say so many words, in seconds, without a precision that nobody has. */
export function speakingSeconds(words: number): number {
  if (words === 0) return 0;
  const seconds = (words / WORDS_PER_MINUTE) * 60;
  const step = seconds < 60 ? 5 : seconds < 300 ? 10 : 60;
  return Math.max(step, Math.round(seconds / step) * step);
}

export type Room =
  | { readonly kind: 'enough' }
  /** Fewer than `n` characters are left: a round number, so that it is not told with each key. */
  | { readonly kind: 'little'; readonly n: number }
  | { readonly kind: 'full' }
  | { readonly kind: 'too-long'; readonly n: number };

/** How much may still be written. */
export function roomFor(text: string): Room {
  const left = MAX_SCRIPT_LENGTH - text.length;
  if (left < 0) return { kind: 'too-long', n: -left };
  if (left === 0) return { kind: 'full' };
  const n = FEW_LEFT.findLast((few) => left <= few);
  return n === undefined ? { kind: 'enough' } : { kind: 'little', n };
}

/** What the server takes of what was typed or pasted: other programs leave control characters and half emoji behind. */
export const cleanText = (typed: string): string =>
  typed.replaceAll(/[\v\f\u0085]/gu, '\n').replaceAll(/[^\P{Cc}\n\r\t]|\p{Cs}/gu, '');

/** The text with another one after it, and nothing of either lost. */
export const withText = (text: string, more: string): string =>
  text.trim() === '' ? cleanText(more) : `${text.trimEnd()}\n\n${cleanText(more)}`;
