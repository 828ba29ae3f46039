import { describe, expect, it } from '@jest/globals';
import { MAX_SCRIPT_LENGTH, SaveScriptRequest } from '@ieum/api-contract';
import { cleanText, countWords, roomFor, speakingSeconds, withText } from './script-facts';

describe('the words of a script', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ["I'm well-read.", 2],
    ['one\ntwo\tthree  four', 4],
    ['나는 학생이에요', 2],
  ])('of %j are counted', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it.each([
    [0, 0],
    [1, 5],
    [60, 30],
    [130, 60],
    [200, 90],
    [2_500, 1_140],
  ])('take, %i of them, about %i seconds to say', (words, seconds) => {
    expect(speakingSeconds(words)).toBe(seconds);
  });
});

describe('the room that is left in a script', () => {
  it.each([
    [0, { kind: 'enough' }],
    [18_999, { kind: 'enough' }],
    [19_000, { kind: 'little', n: 1_000 }],
    [19_499, { kind: 'little', n: 1_000 }],
    [19_500, { kind: 'little', n: 500 }],
    [19_999, { kind: 'little', n: 100 }],
    [20_000, { kind: 'full' }],
    [20_007, { kind: 'too-long', n: 7 }],
  ])('after %i characters is %j', (length, room) => {
    expect(roomFor('a'.repeat(length))).toEqual(room);
  });

  it('ends where the contract says', () => {
    expect(SaveScriptRequest.safeParse({ revision: 0, text: 'a'.repeat(MAX_SCRIPT_LENGTH) }).success).toBe(true);
    expect(SaveScriptRequest.safeParse({ revision: 0, text: 'a'.repeat(MAX_SCRIPT_LENGTH + 1) }).success).toBe(false);
  });
});

describe('what is pasted into a script', () => {
  it('loses what the server does not take, and nothing else', () => {
    const pasted = 'One\u000Btwo\u0000 \uD83Dthree\n\tfour 😀 é\u0085five';
    expect(cleanText(pasted)).toBe('One\ntwo three\n\tfour 😀 é\nfive');
    expect(SaveScriptRequest.safeParse({ revision: 0, text: cleanText(pasted) }).success).toBe(true);
  });
});

describe('a text that is put into a script', () => {
  it('stands alone in an empty one, and after what is there', () => {
    expect(withText(' \n', 'I live\u0000 here.')).toBe('I live here.');
    expect(withText('One.\n', 'Two.')).toBe('One.\n\nTwo.');
  });
});
