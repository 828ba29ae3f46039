import { describe, expect, it } from '@jest/globals';
import { FakeAudioContext } from './fake-audio-context';
import { FakeMediaStream, FakeMediaStreamTrack } from './fake-media';

describe('FakeAudioContext', () => {
  it('lets an analyser hear the track, unless that is disabled or ended', () => {
    const context = new FakeAudioContext();
    const [stream, track] = [new FakeMediaStream(), new FakeMediaStreamTrack('audio')];
    const analyser = context.createAnalyser();
    const samples = new Float32Array(4);
    const heard = (): number[] => {
      analyser.getFloatTimeDomainData(samples);
      return [...samples];
    };
    track.sound.amplitude = 0.5;
    expect(heard().map(Math.abs)).toEqual([0, 0, 0, 0]);
    stream.addTrack(track);
    context.createMediaStreamSource(stream).connect(analyser);
    expect(heard()).toEqual([-0.5, 0.5, -0.5, 0.5]);
    track.enabled = false;
    expect(heard().map(Math.abs)).toEqual([0, 0, 0, 0]);
  });

  it('starts when asked to, once it may, and never after it was closed', async () => {
    const context = new FakeAudioContext();
    Object.assign(context, { state: 'suspended', mayStart: false });
    await context.resume();
    expect(context.state).toBe('suspended');
    context.mayStart = true;
    await context.resume();
    expect([context.state, context.resumes]).toEqual(['running', 2]);
    await context.close();
    await context.resume();
    expect(context.state).toBe('closed');
  });
});
