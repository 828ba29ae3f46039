import { describe, expect, it } from '@jest/globals';
import { type FakeMediaStreamTrack, type FakePlatform, fakePlatform, namedError, settle } from '../testing';
import { SPEECH_PROCESSING } from './constraints';
import { LocalMedia } from './local-media';
import { TalkingWhileMuted } from './talking-while-muted';

const MICROPHONE = { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in' } as const;

async function given(): Promise<{ platform: FakePlatform; media: LocalMedia; track: FakeMediaStreamTrack }> {
  const platform = fakePlatform();
  platform.listed = [MICROPHONE];
  const media = new LocalMedia({ platform });
  await media.open({ camera: false });
  const [track] = platform.openTracks;
  if (!track) throw new Error('nothing opened');
  return { platform, media, track };
}

describe('LocalMedia.setProcessing', () => {
  it('changes the running microphone', async () => {
    const { platform, media, track } = await given();
    await expect(media.setProcessing({ noiseSuppression: false })).resolves.toEqual({ done: true });
    expect(track.settings).toMatchObject({ ...SPEECH_PROCESSING, noiseSuppression: false });
    expect(media.state.processing).toEqual({ ...SPEECH_PROCESSING, noiseSuppression: false });
    expect(platform.asked).toHaveLength(1);
  });

  it('opens the microphone anew where that changes nothing', async () => {
    const { platform, media, track } = await given();
    await media.setMicrophone(false);
    track.applyConstraints = () => Promise.resolve();
    await expect(media.setProcessing({ autoGainControl: false })).resolves.toEqual({ done: true });
    expect(platform.asked[1]).toMatchObject({ audio: { autoGainControl: false, deviceId: { exact: 'built-in' } } });
    expect(track.readyState).toBe('ended');
    expect(platform.openTracks).toMatchObject([{ enabled: false, settings: { autoGainControl: false } }]);
    expect(media.stream.getAudioTracks()).toEqual(platform.openTracks);
  });

  it('lets go of it first, and has those who listen to a clone let go of theirs', async () => {
    const { platform, media, track } = await given();
    const watch = new TalkingWhileMuted({ media, platform });
    await media.setMicrophone(false);
    track.applyConstraints = () => Promise.resolve();
    await expect(media.setProcessing({ noiseSuppression: false })).resolves.toEqual({ done: true });
    expect(watch.state).toBe('measuring');
    expect(platform.openTracks).toMatchObject(Array(2).fill({ settings: { noiseSuppression: false } }));
  });

  it('opens the microphone as it was when it cannot be opened otherwise', async () => {
    const { platform, media, track } = await given();
    track.applyConstraints = () => Promise.reject(namedError('OverconstrainedError'));
    const open = platform.getUserMedia.bind(platform);
    platform.getUserMedia = (constraints) => {
      platform.getUserMedia = open;
      platform.asked.push(constraints);
      return Promise.reject(namedError('NotReadableError'));
    };
    await expect(media.setProcessing({ echoCancellation: false })).resolves.toEqual({ done: false, problem: 'in-use' });
    expect(media.state).toMatchObject({ microphone: { status: 'on' }, processing: SPEECH_PROCESSING });
    expect(platform.openTracks).toMatchObject([{ deviceId: 'built-in', settings: SPEECH_PROCESSING }]);
  });

  it('tells of a microphone that was lost over it', async () => {
    const { platform, media, track } = await given();
    track.applyConstraints = () => Promise.resolve();
    platform.devices.failing.set('built-in', 'NotReadableError');
    await expect(media.setProcessing({ echoCancellation: false })).resolves.toEqual({ done: false, problem: 'in-use' });
    await settle();
    expect(media.state.microphone).toEqual({ status: 'unavailable', problem: 'in-use' });
    expect(media.state.processing).toEqual(SPEECH_PROCESSING);
  });

  it('says so when another opening changes nothing either', async () => {
    const { platform, media, track } = await given();
    track.applyConstraints = () => Promise.resolve();
    track.clone();
    await expect(media.setProcessing({ echoCancellation: false })).resolves.toEqual({
      done: false,
      problem: 'overconstrained',
    });
    expect(media.state).toMatchObject({ microphone: { status: 'on' }, processing: SPEECH_PROCESSING });
    expect(platform.openTracks).toHaveLength(2);
  });

  it('is remembered for a microphone that is not open, and told from the start', async () => {
    const platform = fakePlatform();
    const media = new LocalMedia({ platform, processing: { echoCancellation: false } });
    expect(media.state.processing).toEqual({ ...SPEECH_PROCESSING, echoCancellation: false });
    await media.setProcessing({ autoGainControl: false });
    expect(platform.asked).toEqual([]);
    await media.open({ camera: false });
    expect(platform.asked[0]?.audio).toEqual({
      echoCancellation: false,
      noiseSuppression: true,
      autoGainControl: false,
    });
  });

  it('stops at once when everything is closed meanwhile', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const { platform, media, track } = await given();
      track.applyConstraints = () => Promise.resolve();
      const setting = media.setProcessing({ autoGainControl: false });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      media.close();
      await expect(setting).resolves.toEqual({ done: false, problem: 'closed' });
      expect(platform.openTracks).toEqual([]);
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
  });
});
