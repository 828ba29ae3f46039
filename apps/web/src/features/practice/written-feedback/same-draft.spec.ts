import { describe, expect, it } from '@jest/globals';
import { sameDraft } from './same-draft';

const MOMENT = { recordingId: '6f3c1f5e-0d8e-4e0e-9a41-0d3c8f0a7b11', atMs: 1000, text: 'here' };
const DRAFT = { text: 'a', comment: 'b', moments: [MOMENT] };

describe('two drafts', () => {
  it('are the same when every word and moment is', () => {
    expect(sameDraft(DRAFT, structuredClone(DRAFT))).toBe(true);
  });

  it.each([
    ['text', { ...DRAFT, text: 'x' }],
    ['comment', { ...DRAFT, comment: 'x' }],
    ['number of moments', { ...DRAFT, moments: [] }],
    ['words of a moment', { ...DRAFT, moments: [{ ...MOMENT, text: 'x' }] }],
    ['place of a moment', { ...DRAFT, moments: [{ ...MOMENT, atMs: 2000 }] }],
  ])('differ in the %s', (_what, other) => {
    expect(sameDraft(DRAFT, other)).toBe(false);
  });
});
