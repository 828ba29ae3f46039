import { describe, expect, it } from '@jest/globals';
import { constraintsFor, SPEECH_PROCESSING } from './constraints';

describe('constraintsFor', () => {
  it('asks only for the devices named', () => {
    expect(Object.keys(constraintsFor(['microphone'], {}))).toEqual(['audio']);
    expect(Object.keys(constraintsFor(['camera'], {}))).toEqual(['video']);
    expect(constraintsFor([], {})).toEqual({});
  });

  it('prefers a device without demanding it, so that one that is gone locks nobody out', () => {
    const { audio, video } = constraintsFor(['microphone', 'camera'], {
      ids: { microphone: 'mic-2', camera: undefined },
    });
    expect(audio).toMatchObject({ echoCancellation: true, deviceId: { ideal: 'mic-2' } });
    expect(video).not.toHaveProperty('deviceId');
    expect(JSON.stringify([audio, video])).not.toMatch(/exact|"min"|"max"/);
  });

  it('demands the device, and nothing else, when told to', () => {
    const { audio, video } = constraintsFor(['microphone', 'camera'], {
      ids: { microphone: 'mic-2', camera: 'cam-2' },
      exact: ['microphone'],
    });
    expect(audio).toEqual({ ...SPEECH_PROCESSING, deviceId: { exact: 'mic-2' } });
    expect(video).toMatchObject({ deviceId: { ideal: 'cam-2' } });
  });

  it('processes speech unless told otherwise', () => {
    const processing = { ...SPEECH_PROCESSING, noiseSuppression: false };
    expect(constraintsFor(['microphone'], { processing }).audio).toEqual(processing);
  });
});
