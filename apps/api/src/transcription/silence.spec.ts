import { describe, expect, it } from '@jest/globals';
import { isInvention, wasSaid } from './silence';

const heard = (text: string, noSpeech?: number, confidence?: number) => wasSaid({ text, noSpeech, confidence });

describe('what was said', () => {
  it.each(['', '  ', '...', '♪♪', '[BLANK_AUDIO]', '(music)', '—'])('is not "%s", without a word', (text) => {
    expect(heard(text, 0)).toBe(false);
  });

  it.each(['Subtitles by the Amara.org community', 'Transcription by CastingWords', 'www.opensubtitles.org'])(
    'is not "%s", which Whisper learned from films, however sure it is',
    (text) => {
      expect(heard(text, 0, -0.1)).toBe(false);
    },
  );

  it('is nothing where the model heard nobody and is unsure of the words', () => {
    expect(heard('I went to the park.', 0.61, -1.2)).toBe(false);
    expect(heard('I went to the park.', 0.61)).toBe(false);
    expect(heard('I went to the park.', 0.61, -0.4)).toBe(true);
    expect(heard('I went to the park.', 0.59, -1.2)).toBe(true);
  });

  it('is a thank-you where the model heard somebody, and none where it doubts', () => {
    expect(heard('Thank you.', 0.05, -0.3)).toBe(true);
    expect(heard('Thank you.', 0.45, -0.3)).toBe(false);
    expect(heard('Thank you, it was a nice trip.', 0.45, -0.3)).toBe(true);
    expect(heard('Don’t forget to like and subscribe!', 0.45, -0.3)).toBe(false);
  });

  it.each([' you ', 'Thank you.', 'THANKS FOR WATCHING!', 'Bye-bye.'])('may be invented: %s', (text) => {
    expect(isInvention(text)).toBe(true);
  });

  it.each(['Your house', 'Thank you for the question.', 'So I said bye'])('is an answer: %s', (text) => {
    expect(isInvention(text)).toBe(false);
  });
});
