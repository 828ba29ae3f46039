import { describe, expect, it } from '@jest/globals';
import { decibelsOf, levelOf, peakOf, SILENCE_DBFS } from './sound-level';

const sine = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 480 }, (_, index) => amplitude * Math.sin((2 * Math.PI * index) / 48));

describe('levelOf', () => {
  it('is the root mean square', () => {
    expect(levelOf(sine(1))).toBeCloseTo(Math.SQRT1_2, 5);
    expect(levelOf(sine(0.1))).toBeCloseTo(0.1 * Math.SQRT1_2, 5);
    expect(levelOf(Float32Array.of(0.5, -0.5, 0.5, -0.5))).toBe(0.5);
  });

  it('is 0 for silence and for nothing, and never more than 1', () => {
    expect(levelOf(new Float32Array(480))).toBe(0);
    expect(levelOf(new Float32Array())).toBe(0);
    expect(levelOf(Float32Array.of(2, -2))).toBe(1);
  });
});

describe('peakOf', () => {
  it('is the largest magnitude, whatever its sign, and never more than 1', () => {
    expect(peakOf(Float32Array.of(0.25, -0.75, 0.5))).toBe(0.75);
    expect(peakOf(Float32Array.of(1.5))).toBe(1);
    expect(peakOf(new Float32Array())).toBe(0);
  });
});

describe('decibelsOf', () => {
  it.each([
    [1, 0],
    [0.1, -20],
    [0.01, -40],
    [0, SILENCE_DBFS],
    [1e-9, SILENCE_DBFS],
  ])('shows %p as %p dBFS', (level, decibels) => {
    expect(decibelsOf(level)).toBeCloseTo(decibels, 5);
  });
});
