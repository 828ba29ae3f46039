import { describe, expect, it, jest } from '@jest/globals';
import { FakeMediaStream, FakeMediaStreamTrack } from './fake-media';

describe('FakeMediaStreamTrack', () => {
  it('ends silently when stopped, with an event when unplugged', () => {
    const [stopped, unplugged] = [new FakeMediaStreamTrack('audio'), new FakeMediaStreamTrack('video', 'cam-1')];
    const ended = jest.fn();
    stopped.addEventListener('ended', ended);
    stopped.stop();
    stopped.end();
    expect(ended).not.toHaveBeenCalled();
    unplugged.addEventListener('ended', ended);
    unplugged.end();
    expect(ended).toHaveBeenCalledTimes(1);
    expect([stopped.readyState, unplugged.readyState]).toEqual(['ended', 'ended']);
    expect(unplugged.getSettings()).toEqual({ deviceId: 'cam-1' });
    expect(stopped.id).not.toBe(unplugged.id);
  });
});

describe('FakeMediaStreamTrack.clone', () => {
  it('hears the same, and is enabled and stopped on its own', async () => {
    const track = new FakeMediaStreamTrack('audio', 'mic', 'A mic');
    await track.applyConstraints({ noiseSuppression: false });
    track.enabled = false;
    const clone = track.clone();
    expect(clone).toMatchObject({ deviceId: 'mic', label: 'A mic', enabled: false, readyState: 'live' });
    expect(clone.getSettings()).toEqual({ deviceId: 'mic', noiseSuppression: false });
    track.sound.amplitude = 0.5;
    expect(clone.sound.amplitude).toBe(0.5);
    clone.enabled = true;
    clone.stop();
    expect(track).toMatchObject({ enabled: false, readyState: 'live', clones: [clone] });
  });
});

describe('FakeMediaStream', () => {
  it('holds each track once, by kind', () => {
    const stream = new FakeMediaStream();
    const [audio, video] = [new FakeMediaStreamTrack('audio'), new FakeMediaStreamTrack('video')];
    for (const track of [audio, video, audio]) stream.addTrack(track);
    expect(stream.getTracks()).toEqual([audio, video]);
    stream.removeTrack(audio);
    expect([stream.getAudioTracks(), stream.getVideoTracks()]).toEqual([[], [video]]);
  });
});
