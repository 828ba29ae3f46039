import { describe, expect, it } from '@jest/globals';
import { AdminQuestionsQuery, ChangeQuestionRequest, QuestionInput, Survey } from './index';

const question = {
  key: 'home-window',
  topic: 'home',
  type: 'describe',
  minLevel: 1,
  maxLevel: 4,
  text: ' What do you see from your window? ',
  help: '창밖으로 보이는 것을 말해 보세요.',
};

describe('a question as an admin writes it', () => {
  it('is trimmed, and holds nothing else', () => {
    expect(QuestionInput.parse({ ...question, id: 'x', retiredAt: null })).toEqual({
      ...question,
      text: 'What do you see from your window?',
    });
  });

  it.each([
    ['a key with a space', { key: 'home window' }],
    ['a key with a hyphen at its end', { key: 'home-' }],
    ['a key in capitals', { key: 'Home' }],
    ['levels the wrong way round', { minLevel: 4, maxLevel: 3 }],
    ['a level of 7', { maxLevel: 7 }],
    ['a text of nine characters', { text: 'Nine here' }],
    ['a text of 601 characters', { text: 'a'.repeat(601) }],
    ['a control character', { text: 'What is \u0000 to you?' }],
    ['an unknown type', { type: 'sing' }],
  ])('is refused with %s', (_what, change) => {
    expect(QuestionInput.safeParse({ ...question, ...change }).success).toBe(false);
  });

  it('is changed from a version, and keeps its levels in order', () => {
    const change = { ...question, updatedAt: '2026-11-22T00:00:00.000Z' };
    expect(ChangeQuestionRequest.parse(change)).not.toHaveProperty('key');
    expect(ChangeQuestionRequest.safeParse({ ...change, minLevel: 5 }).success).toBe(false);
    expect(ChangeQuestionRequest.safeParse(question).success).toBe(false);
  });
});

describe('what a learner practises', () => {
  it.each([
    [{ topics: ['home'], level: 1 }, true],
    [{ topics: ['home', 'home'], level: 1 }, false],
    [{ topics: [], level: 1 }, false],
    [{ topics: ['home'], level: 7 }, false],
  ])('as %j is taken: %p', (survey, taken) => {
    expect(Survey.safeParse(survey).success).toBe(taken);
  });
});

describe('a list of questions', () => {
  it('is of those in use, fifty at a time, unless one says otherwise', () => {
    expect(AdminQuestionsQuery.parse({})).toEqual({ retired: 'no', limit: 50 });
    expect(AdminQuestionsQuery.parse({ limit: '100', retired: 'any' })).toEqual({ retired: 'any', limit: 100 });
  });
});
