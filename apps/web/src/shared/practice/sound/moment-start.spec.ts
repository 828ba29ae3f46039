import { describe, expect, it } from '@jest/globals';
import { momentStart } from './moment-start';

describe('a moment that is heard', () => {
  it.each([
    [5_000, 3_000],
    [1_500, 0],
  ])('at %i ms begins two seconds before it, and never before its take', (atMs, start) => {
    expect(momentStart(atMs)).toBe(start);
  });
});
