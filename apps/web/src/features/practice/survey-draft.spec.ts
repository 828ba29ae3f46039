import { describe, expect, it } from '@jest/globals';
import { QUESTION_TOPICS } from '@ieum/api-contract';
import type { Survey } from '@ieum/api-contract';
import {
  checkDraft,
  clearDraft,
  draftOf,
  isChanged,
  readDraft,
  withAllTopics,
  withTopic,
  writeDraft,
} from './survey-draft';
import { memoryStorage } from './testing/memory-storage';

const SAVED: Survey = { topics: ['music', 'home'], level: 3 };

describe('a survey being answered', () => {
  it('begins with what is saved, or with nothing', () => {
    expect(draftOf(SAVED)).toEqual(SAVED);
    expect(draftOf(null)).toEqual({ topics: [], level: null });
  });

  it('takes topics in and out, in the order in which they are shown', () => {
    const draft = withTopic(draftOf(SAVED), 'school', true);
    expect(draft.topics).toEqual(['home', 'school', 'music']);
    expect(withTopic(draft, 'home', false).topics).toEqual(['school', 'music']);
    expect(withTopic(draft, 'school', true)).toEqual(draft);
    expect(withAllTopics(draft, true).topics).toEqual([...QUESTION_TOPICS]);
    expect(withAllTopics(draft, false)).toEqual({ topics: [], level: 3 });
  });

  it('is changed when it says something else, in whatever order', () => {
    expect(isChanged(draftOf(null), null)).toBe(false);
    expect(isChanged({ topics: ['home', 'music'], level: 3 }, SAVED)).toBe(false);
    expect(isChanged({ topics: ['home', 'music'], level: 4 }, SAVED)).toBe(true);
    expect(isChanged({ topics: ['home'], level: 3 }, SAVED)).toBe(true);
    expect(isChanged({ topics: ['home'], level: null }, null)).toBe(true);
  });

  it('can be saved once it is whole, and names what is missing in the order of the form', () => {
    expect(checkDraft(draftOf(SAVED))).toEqual({ survey: SAVED });
    expect(checkDraft(draftOf(null))).toEqual({ problems: ['topics', 'level'] });
    expect(checkDraft({ topics: ['home'], level: null })).toEqual({ problems: ['level'] });
    expect(checkDraft({ topics: [], level: 2 })).toEqual({ problems: ['topics'] });
  });

  it('is found again after a reload, half done as it was, until it is saved', () => {
    const storage = memoryStorage();
    expect(readDraft(storage)).toBeNull();
    writeDraft(storage, { topics: ['home'], level: null });
    expect(readDraft(storage)).toEqual({ topics: ['home'], level: null });
    clearDraft(storage);
    expect(readDraft(storage)).toBeNull();
  });
});
