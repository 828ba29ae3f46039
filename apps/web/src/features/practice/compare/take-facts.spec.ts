import { describe, expect, it } from '@jest/globals';
import type { Transcript } from '@ieum/api-contract';
import { changesBetween, takeFacts } from './take-facts';

const SCRIPT = 'I usually walk to the park.';

/** Words of 300 ms each, with a second of silence where a dash is. */
function transcript(text: string): Transcript {
  let at = 0;
  const words = text.split(' ').flatMap((word) => {
    at += word === '-' ? 1_000 : 300;
    return word === '-' ? [] : [{ text: word, startMs: at - 300, endMs: at }];
  });
  return { status: 'done', text: text.replaceAll('- ', ''), words, failure: null, askedAt: '2026-11-22T10:00:00.000Z' };
}

const factsOf = (text: string, script = SCRIPT) => {
  const facts = takeFacts({ voicedMs: 1_500 }, transcript(text), script);
  if (!facts) throw new Error('There are no facts.');
  return facts;
};

describe('what is known of a take', () => {
  it('is its pace, its pauses and how far it is from the script, in whole figures', () => {
    const facts = factsOf('I walk - to a - park');
    expect(facts).toMatchObject({
      words: 5,
      // Five words in 3.5 s, and in 1.5 s of voice.
      speaking: 86,
      articulation: 200,
      pauses: { count: 2, totalMs: 2_000, longestMs: 1_000 },
      errors: { equal: 4, substituted: 1, deleted: 1, inserted: 0 },
      errorPercent: 33,
    });
  });

  it('is nothing without a text', () => {
    const waiting: Transcript = { ...transcript('I walk'), status: 'waiting', text: '', words: [] };
    expect(takeFacts({ voicedMs: 1_500 }, null, SCRIPT)).toBeNull();
    expect(takeFacts({ voicedMs: 1_500 }, waiting, SCRIPT)).toBeNull();
  });

  it('is no distance from a script that is not there', () => {
    expect(factsOf('I walk', ' — ')).toMatchObject({ words: 2, errors: null, errorPercent: null, runs: null });
  });

  it('is no pause and no speaking pace where nobody told when the words were said', () => {
    const facts = takeFacts({ voicedMs: 1_500 }, { ...transcript('I walk to parks'), words: [] }, SCRIPT);
    expect(facts).toMatchObject({ words: 4, speaking: null, articulation: 160, pauses: null });
  });

  it('is no articulation where no voice was measured', () => {
    expect(takeFacts({ voicedMs: null }, transcript('I walk'), SCRIPT)?.articulation).toBeNull();
  });
});

describe('what changed between two takes', () => {
  it('is told of each figure', () => {
    const before = factsOf('I walk - to a - park');
    const after = factsOf('I usually walk - to the park');
    // 6 words in 2.8 s are 129 a minute.
    expect(changesBetween(before, after)).toEqual({ speaking: 129 - 86, pauses: -1, errorPercent: -33 });
    expect(changesBetween(after, before)).toEqual({ speaking: 86 - 129, pauses: 1, errorPercent: 33 });
    expect(changesBetween(after, after)).toEqual({ speaking: 0, pauses: 0, errorPercent: 0 });
  });

  it('is not told of figures that one of them lacks', () => {
    const untimed = takeFacts({ voicedMs: 1_500 }, { ...transcript('I walk'), words: [] }, '');
    if (!untimed) throw new Error('There are no facts.');
    expect(changesBetween(untimed, factsOf('I walk'))).toEqual({ speaking: null, pauses: null, errorPercent: null });
  });
});
