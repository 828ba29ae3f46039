import { describe, expect, it } from '@jest/globals';
import { isDark } from './is-dark';

const picture = (...colours: readonly (readonly [number, number, number])[]) =>
  new Uint8ClampedArray(colours.flatMap((colour) => [...colour, 255]));

describe('a black picture', () => {
  it('is one without a single bright spot, noise allowed for', () => {
    expect(isDark(picture([0, 0, 0], [3, 2, 5]))).toBe(true);
    expect(isDark(picture([0, 0, 0], [200, 180, 160]))).toBe(false);
    expect(isDark(picture([0, 60, 0]))).toBe(false);
  });
});
