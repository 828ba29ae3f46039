import { beforeEach, describe, expect, it } from '@jest/globals';
import { clearDraft, draftOf, newDraft, readDraft, toCreateRequest, withKind, writeDraft } from './ask-draft';
import type { AskDraft, DraftStorage } from './ask-draft';

const ID = '00000000-0000-4000-8000-000000000001';
const whole: AskDraft = { requestId: ID, kind: 'tutoring', topic: 'math', language: 'ko', message: '분수 나눗셈' };

let storage: DraftStorage;
beforeEach(() => {
  const values = new Map<string, string>();
  storage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
});

describe('the draft of a request', () => {
  it('is found again with the same request id after a reload', () => {
    writeDraft(storage, whole);
    expect(readDraft(storage)).toEqual(whole);
    clearDraft(storage);
    expect(readDraft(storage)).toBeNull();
  });

  it.each(['{', '{"kind":"x"}', '[]', 'null'])('counts a broken stored draft as none: %s', (stored) => {
    storage.setItem('ieum.ask-draft', stored);
    expect(readDraft(storage)).toBeNull();
  });

  it('takes back a topic of another kind and keeps one that fits', () => {
    expect(withKind(whole, 'career').topic).toBeNull();
    expect(withKind(whole, 'tutoring').topic).toBe('math');
    expect(withKind(whole, 'career').message).toBe(whole.message);
  });

  it('becomes a request once everything is there', () => {
    expect(toCreateRequest({ ...whole, message: '  hi  ' })).toEqual({ request: { ...whole, message: 'hi' } });
  });

  it('names what is missing in the order of the form', () => {
    expect(toCreateRequest(newDraft(ID, 'ko'))).toEqual({ missing: ['kind', 'topic', 'message'] });
    expect(toCreateRequest({ ...whole, message: 'x'.repeat(501) })).toEqual({ missing: ['message-too-long'] });
    expect(toCreateRequest({ ...whole, message: 'a\u0000b' })).toEqual({ missing: ['message-characters'] });
  });

  it('asks again with the same words under a new id', () => {
    const again = draftOf(whole, '00000000-0000-4000-8000-000000000002');
    expect(again).toEqual({ ...whole, requestId: '00000000-0000-4000-8000-000000000002' });
  });
});
