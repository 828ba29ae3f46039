import { describe, expect, it } from '@jest/globals';
import { englishVoices } from './english-voices';
import { voice } from './testing/fake-speech';

const names = (...voices: Parameters<typeof englishVoices>[0]) => englishVoices(voices).map(({ name }) => name);

describe('the voices offered', () => {
  it('speak English, however a browser writes that', () => {
    expect(
      names(voice('a', 'en'), voice('b', 'en_US'), voice('c', 'enm'), voice('d', 'ko-KR'), voice('e', 'EN-gb')),
    ).toEqual(['b', 'a', 'e']);
  });

  it('are American first, then those of this device, and robots last', () => {
    expect(
      names(
        voice('English (America)+espeak', 'en-US'),
        voice('Google UK English Female', 'en-GB', false),
        voice('Google US English', 'en-US', false),
        voice('Daniel', 'en-GB'),
        voice('Fred', 'en-US'),
        voice('Samantha', 'en-US'),
      ),
    ).toEqual([
      'Samantha',
      'Fred',
      'Google US English',
      'Daniel',
      'Google UK English Female',
      'English (America)+espeak',
    ]);
  });

  it('are no jokes, and each of them once', () => {
    expect(names(voice('Albert'), voice('Zarvox (English (US))'), voice('Samantha'), voice('Samantha'))).toEqual([
      'Samantha',
    ]);
  });
});
