import { describe, expect, it } from '@jest/globals';
import { MAX_MOMENTS, readMoments } from './practice-moments';

const TAKE = crypto.randomUUID();
const OTHER = crypto.randomUUID();
const momentOf = (atMs: number, text = '', recordingId = TAKE) => ({
  ...{ recordingId, atMs, text },
  correctionId: null,
  by: 'mentor',
});

describe('moments of takes', () => {
  it('are in the order of the takes that are named, and of no other one', () => {
    const entries: [string, unknown][] = [
      ['moment:1', momentOf(9_000, 'late')],
      ['moment:2', momentOf(1_000, 'other', OTHER)],
      ['moment:3', momentOf(2_000, 'early')],
      ['playback', momentOf(1)],
    ];
    const textsOf = (...ids: string[]) => readMoments(entries, ids).map(({ text }) => text);
    expect(textsOf(TAKE, OTHER)).toEqual(['early', 'late', 'other']);
    expect(textsOf(OTHER)).toEqual(['other']);
    expect(readMoments(entries).map(({ text }) => text)).toEqual(['other', 'early', 'late']);
  });

  it('are as many as one looks at', () => {
    const entries = Array.from({ length: MAX_MOMENTS + 1 }, (_, n): [string, unknown] => [`moment:${n}`, momentOf(n)]);
    expect(readMoments(entries)).toHaveLength(MAX_MOMENTS);
  });

  it.each([
    ['words', 'now'],
    ['a time that is none', momentOf(-1)],
    ['a take that was not brought', momentOf(1, '', crypto.randomUUID())],
    ['nobody', { ...momentOf(1), by: 'admin' }],
  ])('are none with %s', (_what, value) => {
    expect(readMoments([['moment:x', value]], [TAKE])).toEqual([]);
  });

  it('hold no more words than one writes, and no correction that is none', () => {
    const value = { ...momentOf(1, `\u0000${'x'.repeat(900)}`), correctionId: '<b>' };
    const [moment] = readMoments([['moment:x', value]], [TAKE]);
    expect([moment?.text.length, moment?.correctionId]).toEqual([299, null]);
  });
});
