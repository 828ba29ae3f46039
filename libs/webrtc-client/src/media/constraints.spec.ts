import { describe, expect, it } from '@jest/globals';
import { constraintsFor } from './constraints';

describe('constraintsFor', () => {
  it('asks only for the devices named', () => {
    expect(Object.keys(constraintsFor(['microphone'], {}))).toEqual(['audio']);
    expect(Object.keys(constraintsFor(['camera'], {}))).toEqual(['video']);
    expect(constraintsFor([], {})).toEqual({});
  });

  it('prefers a device without demanding it, so that one that is gone locks nobody out', () => {
    const { audio, video } = constraintsFor(['microphone', 'camera'], { microphone: 'mic-2', camera: undefined });
    expect(audio).toMatchObject({ echoCancellation: true, deviceId: { ideal: 'mic-2' } });
    expect(video).not.toHaveProperty('deviceId');
    expect(JSON.stringify([audio, video])).not.toMatch(/exact|"min"|"max"/);
  });
});
