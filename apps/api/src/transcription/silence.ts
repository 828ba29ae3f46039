/** What a model says of one stretch of what it heard. */
export interface HeardSegment {
  readonly text: string;
  /** How sure it is that nobody spoke, from 0 to 1. */
  readonly noSpeech: number | undefined;
  /** How sure it is of the words: the mean logarithm of their probabilities. */
  readonly confidence: number | undefined;
}

/** Whisper's own limits for "nobody spoke" (`no_speech_threshold` and `logprob_threshold` of its `transcribe`). */
const NO_SPEECH = 0.6;
const UNSURE = -1;
/** From here on a phrase that Whisper is known to invent is not believed. */
const DOUBTFUL = 0.3;

/** Credits of films that Whisper learned from: it writes them where it hears nothing, and no learner says them. */
const CREDITS =
  /\b(?:amara\.org|opensubtitles|(?:subtitles?|captions?|transcri(?:bed|ption)|translated) (?:made )?by)\b/u;

/** What it invents as well, and what somebody might say. */
const INVENTED = new Set([
  'you',
  'bye',
  'bye bye',
  'okay',
  'so',
  'the end',
  'thank you',
  'thank you very much',
  'thank you so much',
  'thanks for watching',
  'thank you for watching',
  'thank you so much for watching',
  'please subscribe',
  'please subscribe to my channel',
  'dont forget to like and subscribe',
  'see you next time',
  'see you in the next video',
]);

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/\.(?!\w)/gu, '')
    .trim();

/** Whether there is a word in it: dots, notes and brackets are what silence is written as. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(/\[[^\]]*\]|\([^)]*\)/gu, ''));

/** Whether somebody said this. */
export function wasSaid({ text, noSpeech, confidence }: HeardSegment): boolean {
  if (!hasWords(text) || CREDITS.test(text.toLowerCase())) return false;
  if (noSpeech === undefined) return true;
  if (noSpeech > NO_SPEECH && (confidence ?? UNSURE) <= UNSURE) return false;
  return !(noSpeech > DOUBTFUL && INVENTED.has(bare(text)));
}

/**
 * Whether the whole of it is one phrase that Whisper is known to invent, and the model does not say how sure it is that
 * somebody spoke. An answer that was a single "thank you" is lost by this, and its learner types it.
 */
export const isInvention = (text: string): boolean => INVENTED.has(bare(text));
