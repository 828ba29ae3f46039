import { describe, expect, it } from '@jest/globals';
import { changeText } from './change-text';
import { compareMessages } from './compare-messages';

describe('what changed, in words', () => {
  it.each([
    [
      { speaking: 12, pauses: -3, errorPercent: -1 },
      '12 words a minute faster, 3 pauses fewer, 1 percentage point closer to your script',
    ],
    [
      { speaking: -1, pauses: 1, errorPercent: 8 },
      '1 word a minute slower, 1 pause more, 8 percentage points further from your script',
    ],
    [{ speaking: 0, pauses: 0, errorPercent: 0 }, 'as fast, as many pauses, as close to your script'],
    [{ speaking: null, pauses: null, errorPercent: -5 }, '5 percentage points closer to your script'],
    [{ speaking: null, pauses: null, errorPercent: null }, ''],
  ])('%j', (changes, text) => {
    expect(changeText(compareMessages.en, changes)).toBe(text);
  });

  it('is told in Korean, too', () => {
    expect(changeText(compareMessages.ko, { speaking: 12, pauses: -3, errorPercent: -1 })).toBe(
      '1분에 12단어 더 빨라요, 멈춤이 3번 줄었어요, 스크립트에 1%p 가까워졌어요',
    );
  });
});
