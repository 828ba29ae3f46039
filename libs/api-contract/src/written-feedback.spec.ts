import { describe, expect, it } from '@jest/globals';
import { AskForWrittenFeedbackRequest, SaveFeedbackDraftRequest } from './index';

const ID = '6f3c1f5e-0d8e-4e0e-9a41-0d3c8f0a7b11';
const OTHER = '7f3c1f5e-0d8e-4e0e-9a41-0d3c8f0a7b1';
const request = { id: ID, scriptId: ID, recordingIds: [`${OTHER}1`, `${OTHER}2`] };
const draft = { revision: 1, text: 'I go.', comment: '', moments: [{ recordingId: ID, atMs: 0, text: '' }] };

describe('AskForWrittenFeedbackRequest', () => {
  it('may do without a note, and has it trimmed', () => {
    expect(AskForWrittenFeedbackRequest.parse(request).note).toBe('');
    expect(AskForWrittenFeedbackRequest.parse({ ...request, note: '  my past tense ' }).note).toBe('my past tense');
  });

  it.each([
    ['the same take twice', { recordingIds: [ID, ID] }],
    ['six takes', { recordingIds: [1, 2, 3, 4, 5, 6].map((n) => `${OTHER}${n}`) }],
    ['a note of 501 characters', { note: 'a'.repeat(501) }],
    ['a control character', { note: 'a\u0000b' }],
    ['an id that is none', { id: '1' }],
  ])('refuses %s', (_what, change) => {
    expect(AskForWrittenFeedbackRequest.safeParse({ ...request, ...change }).success).toBe(false);
  });
});

describe('SaveFeedbackDraftRequest', () => {
  it('takes a moment without words: it is being written', () => {
    expect(SaveFeedbackDraftRequest.parse(draft)).toEqual(draft);
  });

  it.each([
    ['a moment before the beginning', { moments: [{ recordingId: ID, atMs: -1, text: '' }] }],
    ['a moment after fifteen minutes', { moments: [{ recordingId: ID, atMs: 900_001, text: '' }] }],
    ['51 moments', { moments: Array.from({ length: 51 }, () => draft.moments[0]) }],
    ['a text longer than a script', { text: 'a'.repeat(20_001) }],
    ['no revision', { revision: 0 }],
  ])('refuses %s', (_what, change) => {
    expect(SaveFeedbackDraftRequest.safeParse({ ...draft, ...change }).success).toBe(false);
  });
});
