import { describe, expect, it, jest } from '@jest/globals';
import { onSilence, silenceOthers } from './sound-turns';

describe('what sounds on a page', () => {
  it('is silenced by whoever begins, but for its own', () => {
    const [question, take] = [jest.fn(), jest.fn()];
    const ends = [onSilence(question), onSilence(take)];
    silenceOthers(question);
    expect([question.mock.calls.length, take.mock.calls.length]).toEqual([0, 1]);
    silenceOthers();
    expect([question.mock.calls.length, take.mock.calls.length]).toEqual([1, 2]);
    ends.forEach((end) => end());
    silenceOthers();
    expect([question.mock.calls.length, take.mock.calls.length]).toEqual([1, 2]);
  });
});
