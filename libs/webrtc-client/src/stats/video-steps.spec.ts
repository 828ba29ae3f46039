import { describe, expect, it } from '@jest/globals';
import { bestStepFor, besides, limitsOf, minBitrateOf, VIDEO_STEPS, worseOf } from './video-steps';

describe('the steps of a picture', () => {
  it('halve it in each direction, then its frames too, then stop it', () => {
    expect(VIDEO_STEPS.map((step) => limitsOf(step, 5_000_000))).toEqual([
      { active: true, maxBitrate: 1_500_000, scaleResolutionDownBy: 1, maxFramerate: 30 },
      { active: true, maxBitrate: 500_000, scaleResolutionDownBy: 2, maxFramerate: 30 },
      { active: true, maxBitrate: 150_000, scaleResolutionDownBy: 4, maxFramerate: 15 },
      { active: false, maxBitrate: 150_000, scaleResolutionDownBy: 4, maxFramerate: 15 },
    ]);
  });

  it.each([
    [3_000_000, 'full'],
    [700_000, 'full'],
    [699_999, 'half'],
    [250_000, 'half'],
    [60_000, 'quarter'],
    [59_999, 'audio-only'],
    [0, 'audio-only'],
  ] as const)('fit %i bit/s as %s', (bitrate, step) => {
    expect(bestStepFor(bitrate)).toBe(step);
    expect(minBitrateOf(step)).toBeLessThanOrEqual(bitrate);
  });

  it('take no more than they are given, in whole bits', () => {
    expect(limitsOf('full', 833_333.3)).toMatchObject({ maxBitrate: 833_333 });
    expect(limitsOf('audio-only', 0)).toMatchObject({ active: false, maxBitrate: 150_000 });
  });

  it('end at both ends', () => {
    expect(VIDEO_STEPS.map((step) => besides(step, 'down'))).toEqual(['half', 'quarter', 'audio-only', 'audio-only']);
    expect(VIDEO_STEPS.map((step) => besides(step, 'up'))).toEqual(['full', 'full', 'half', 'quarter']);
    expect([worseOf('full', 'quarter'), worseOf('half', 'full')]).toEqual(['quarter', 'half']);
  });
});
