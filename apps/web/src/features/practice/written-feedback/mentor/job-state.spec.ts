import { describe, expect, it } from '@jest/globals';
import { jobState } from './job-state';

describe('a request, as a mentor sees it', () => {
  it.each([
    ['waiting', false, 'free'],
    ['waiting', true, 'lost'],
    ['claimed', true, 'held'],
    ['claimed', false, 'taken'],
    ['answered', true, 'answered'],
    ['answered', false, 'closed'],
    ['withdrawn', true, 'closed'],
  ] as const)('that is %s and theirs: %s, is %s', (status, mine, state) => {
    expect(jobState({ status, mine })).toBe(state);
  });

  it('that they gave back is not new to them', () => {
    expect(jobState({ status: 'waiting', mine: false }, true)).toBe('returned');
  });
});
