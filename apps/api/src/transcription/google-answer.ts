import { z } from 'zod';
import { clean } from './open-ai-answer';
import type { SpokenWord, Transcript } from './transcriber';

/** `google.protobuf.Duration`; its seconds are 64 bits, which come as text, a number or a `Long`. */
const Duration = z
  .object({ seconds: z.unknown().optional(), nanos: z.number().nullish() })
  .nullish()
  .transform((duration) => Math.round(Number(duration?.seconds ?? 0) * 1000 + (duration?.nanos ?? 0) / 1e6))
  .pipe(z.number().int().min(0).max(86_400_000));

const Alternative = z.object({
  transcript: z.string().nullish(),
  words: z
    .array(z.object({ word: z.string().nullish(), startTime: Duration, endTime: Duration }))
    .max(20_000)
    .nullish(),
});

/** `RecognizeResponse` and `LongRunningRecognizeResponse` have the same results. */
const GoogleAnswer = z.object({
  results: z
    .array(z.object({ alternatives: z.array(Alternative).nullish() }))
    .max(5_000)
    .nullish(),
});

/** The likeliest of what Google heard. It invents nothing in silence: there are no results then. @throws ZodError */
export function toTranscript(answer: unknown): Transcript {
  const { results } = GoogleAnswer.parse(answer);
  const best = (results ?? []).flatMap(({ alternatives }) => alternatives?.[0] ?? []);
  const text = clean(best.map(({ transcript }) => transcript ?? '').join(' '));
  if (text === '') return { text: '', words: [], noSpeech: true };
  const words = best
    .flatMap((alternative) => alternative.words ?? [])
    .map(({ word, startTime, endTime }): SpokenWord => {
      return { text: clean(word ?? ''), startMs: startTime, endMs: Math.max(startTime, endTime) };
    });
  return { text, words: words.filter((word) => word.text !== ''), noSpeech: false };
}
