import { z } from 'zod';
import { isInvention, wasSaid } from './silence';
import type { SpokenWord, Transcript } from './transcriber';

/** Fifteen minutes of quick speech have about 3,000. */
const MOST_WORDS = 20_000;
const MOST_SEGMENTS = 5_000;

const seconds = z.number().min(0).max(86_400);

const Segment = z.object({
  start: seconds,
  end: seconds,
  text: z.string(),
  no_speech_prob: z.number().nullish(),
  avg_logprob: z.number().nullish(),
});

const Word = z.object({ word: z.string(), start: seconds, end: seconds });

/** `verbose_json` of OpenAI's audio API, as far as all who speak it agree. */
export const OpenAiAnswer = z.object({
  text: z.string(),
  segments: z.array(Segment).max(MOST_SEGMENTS).nullish(),
  words: z.array(Word).max(MOST_WORDS).nullish(),
});
export type OpenAiAnswer = z.infer<typeof OpenAiAnswer>;

/** One line without control characters: the database takes no NUL, and the text is edited as one paragraph. */
export const clean = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** What was said, without what the model heard in silence. */
export function toTranscript({ text, segments, words }: OpenAiAnswer): Transcript {
  // A server that tells words alone, or text alone, has nothing to say about silence.
  if (!segments || segments.length === 0) {
    const said = clean(text);
    return wasSaid({ text: said, noSpeech: undefined, confidence: undefined }) && !isInvention(said)
      ? { text: said, words: (words ?? []).map(toWord).filter(isWord), noSpeech: false }
      : SILENCE;
  }
  const said = segments.filter((segment) =>
    wasSaid({
      text: segment.text,
      noSpeech: segment.no_speech_prob ?? undefined,
      confidence: segment.avg_logprob ?? undefined,
    }),
  );
  const whole = clean(said.map((segment) => segment.text).join(' '));
  const isRated = said.every((segment) => typeof segment.no_speech_prob === 'number');
  if (whole === '' || (!isRated && isInvention(whole))) return SILENCE;
  const isInSaid = (word: z.infer<typeof Word>): boolean => {
    const middle = (word.start + word.end) / 2;
    return said.length === segments.length || said.some(({ start, end }) => start <= middle && middle <= end);
  };
  return {
    text: whole,
    words: (words ?? []).filter(isInSaid).map(toWord).filter(isWord),
    noSpeech: false,
  };
}

const SILENCE: Transcript = { text: '', words: [], noSpeech: true };

function toWord({ word, start, end }: z.infer<typeof Word>): SpokenWord {
  const startMs = Math.round(start * 1000);
  return { text: clean(word), startMs, endMs: Math.max(startMs, Math.round(end * 1000)) };
}

const isWord = ({ text }: SpokenWord): boolean => text !== '';
