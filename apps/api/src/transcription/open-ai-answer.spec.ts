import { describe, expect, it } from '@jest/globals';
import { OpenAiAnswer, toTranscript } from './open-ai-answer';

const of = (answer: unknown) => toTranscript(OpenAiAnswer.parse(answer));
const segment = (text: string, start: number, end: number, no_speech_prob?: number, avg_logprob = -0.3) => ({
  id: 0,
  tokens: [1],
  text,
  start,
  end,
  no_speech_prob,
  avg_logprob,
});

describe('an answer of OpenAI’s audio API', () => {
  it('is its segments’ text, in one line, with the words in milliseconds', () => {
    expect(
      of({
        text: ' I live\nin Seoul.',
        segments: [segment(' I live', 0, 1, 0.01), segment(' in\u0000 Seoul.', 1, 2, 0.01)],
        words: [
          { word: ' I', start: 0.1, end: 0.25 },
          { word: ' live', start: 0.25, end: 0.6 },
          { word: ' ', start: 0.6, end: 0.6 },
          { word: ' Seoul.', start: 1.5, end: 1.2 },
        ],
      }),
    ).toEqual({
      text: 'I live in Seoul.',
      words: [
        { text: 'I', startMs: 100, endMs: 250 },
        { text: 'live', startMs: 250, endMs: 600 },
        { text: 'Seoul.', startMs: 1500, endMs: 1500 },
      ],
      noSpeech: false,
    });
  });

  it('loses what was invented in a pause, with its words', () => {
    const { text, words } = of({
      text: 'Hello there. Thank you for watching.',
      segments: [segment('Hello there.', 0, 2, 0.02), segment('Thank you for watching.', 20, 22, 0.5)],
      words: [
        { word: 'Hello', start: 0.5, end: 1 },
        { word: 'there.', start: 1, end: 1.5 },
        { word: 'Thank', start: 20, end: 21 },
      ],
    });
    expect([text, words.map((word) => word.text)]).toEqual(['Hello there.', ['Hello', 'there.']]);
  });

  it.each([
    ['no segment', { text: '', segments: [] }],
    ['no text', { text: '  ' }],
    ['segments of silence', { text: 'Thank you.', segments: [segment('Thank you.', 0, 30, 0.9, -1.3)] }],
    ['an invented phrase that is not rated', { text: 'you', segments: [segment('you', 0, 2)] }],
    ['an invented phrase without segments', { text: 'Thanks for watching!', words: [] }],
  ])('with %s is silence, and has no text and no word', (_, answer) => {
    expect(of(answer)).toEqual({ text: '', words: [], noSpeech: true });
  });

  it('without segments is taken as it stands', () => {
    expect(of({ text: 'I like hiking.' })).toEqual({ text: 'I like hiking.', words: [], noSpeech: false });
  });

  it.each([
    ['nothing', {}],
    ['text that is none', { text: 7 }],
    ['times before the beginning', { text: 'a', words: [{ word: 'a', start: -1, end: 1 }] }],
    ['endless words', { text: 'a', words: Array.from({ length: 20_001 }, () => ({ word: 'a', start: 0, end: 0 })) }],
  ])('with %s is none', (_, answer) => {
    expect(OpenAiAnswer.safeParse(answer).success).toBe(false);
  });
});
