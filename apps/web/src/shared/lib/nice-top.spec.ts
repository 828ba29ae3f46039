import { describe, expect, it } from '@jest/globals';
import { niceTop } from './nice-top';

describe('the end of a scale', () => {
  it.each([
    [0, 2],
    [1, 2],
    [7, 8],
    [10, 10],
    [10.5, 20],
    [33, 40],
    [121, 140],
  ])('holds %s', (most, top) => {
    expect(niceTop(most)).toBe(top);
  });
});
