import { describe, expect, it } from '@jest/globals';
import { alignText } from './aligned-text';

const timed = (text: string) => ({
  text,
  words: text.split(' ').map((word, index) => ({ text: word, startMs: index * 500, endMs: index * 500 + 400 })),
});
const told = (script: string, heard: string, withTimes = true) =>
  alignText(script, withTimes ? timed(heard) : { text: heard, words: [] }).runs.map(({ kind, words }) => [
    kind,
    words.map(({ shown, instead }) => (instead === null ? shown : `${shown}/${instead}`)).join(' '),
  ]);

describe('a script beside what was heard', () => {
  it('tells what was said as it is, what was missed, what was added, and what was said instead', () => {
    expect(told('I usually walk to the park. It is quiet.', 'I walk to a park. It is, um, quiet there.')).toEqual([
      ['same', 'I'],
      ['missed', 'usually'],
      ['same', 'walk to'],
      ['other', 'a/the'],
      ['same', 'park. It is,'],
      ['added', 'um,'],
      ['same', 'quiet'],
      ['added', 'there.'],
    ]);
  });

  it('finds the moment of each word that was said, also of two that were heard as one', () => {
    const { runs } = alignText('A well known park.', timed('a well-known big park'));
    expect(runs.flatMap(({ words }) => words.map(({ shown, at }) => [shown, at]))).toEqual([
      ['a', 0],
      ['well-', 1],
      ['known', 1],
      ['big', 2],
      ['park', 3],
    ]);
  });

  it('does without times', () => {
    expect(told('Hello there', 'Hello, here', false)).toEqual([
      ['same', 'Hello,'],
      ['other', 'here/there'],
    ]);
    expect(alignText('Hello', { text: 'Hello', words: [] }).runs[0]?.words[0]?.at).toBeNull();
  });

  it('counts what it tells', () => {
    const { errors } = alignText('I usually walk to the park.', timed('I walk to a big park'));
    expect(errors).toEqual({ equal: 4, substituted: 1, deleted: 1, inserted: 1, rate: 0.5 });
  });
});
