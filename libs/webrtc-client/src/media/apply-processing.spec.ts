import { describe, expect, it } from '@jest/globals';
import { FakeMediaStreamTrack, namedError } from '../testing';
import { applyProcessing } from './apply-processing';
import { SPEECH_PROCESSING } from './constraints';

const MUSIC = { noiseSuppression: false, autoGainControl: false };

function microphone(settings: MediaTrackSettings = SPEECH_PROCESSING): FakeMediaStreamTrack & MediaStreamTrack {
  const track = new FakeMediaStreamTrack('audio');
  track.settings = { ...settings };
  return track as FakeMediaStreamTrack & MediaStreamTrack;
}

describe('applyProcessing', () => {
  it('is done when the browser did it', async () => {
    const track = microphone();
    await expect(applyProcessing(track, SPEECH_PROCESSING, MUSIC)).resolves.toBe(true);
    expect(track.settings).toMatchObject({ echoCancellation: true, ...MUSIC });
  });

  it('is not done when the browser only said so', async () => {
    const track = microphone();
    track.applyConstraints = () => Promise.resolve();
    await expect(applyProcessing(track, SPEECH_PROCESSING, MUSIC)).resolves.toBe(false);
  });

  it('is not done when the browser refuses', async () => {
    const track = microphone();
    track.applyConstraints = () => Promise.reject(namedError('OverconstrainedError'));
    await expect(applyProcessing(track, SPEECH_PROCESSING, MUSIC)).resolves.toBe(false);
  });

  it('is as done as it can be where the browser knows no such setting', async () => {
    const track = microphone({ echoCancellation: true });
    track.applyConstraints = () => Promise.resolve();
    await expect(applyProcessing(track, SPEECH_PROCESSING, MUSIC)).resolves.toBe(true);
  });

  it('is done whatever else a microphone cannot do', async () => {
    const track = microphone({ echoCancellation: false, noiseSuppression: false, autoGainControl: false });
    track.applyConstraints = () => Promise.resolve();
    await expect(applyProcessing(track, SPEECH_PROCESSING, MUSIC)).resolves.toBe(true);
  });
});
